import { groupText } from '../../kernel/text.ts';

export const texts = {
  forgetJob: '清理30天前的消息原文',
  kept: groupText(
    '记什么：您对我说的事、编号、地点、办理经过、群昵称，上门用的地址电话。群里聊天不记。\n为什么：让事情有人办、办到哪都查得到。\n谁能看：办这件事的网格员和社区办公室；上门的地址只有上门的人和办公室；纠纷只有调解员和书记。\n多久：来往消息的原文30天，登记的事项和议题按档案留存。\n要删：到{office}或打{hotline}，说要删哪一件。',
  ),
} as const;
