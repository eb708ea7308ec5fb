import { describe, expect, test } from 'vitest';
import { ageIn, whoIn } from '../../../src/features/services/rules/request.ts';

describe('for whom', () => {
  test.each([
    ['给我妈约', { relation: 'family', beneficiary: '妈妈' }],
    ['給我媽約', { relation: 'family', beneficiary: '妈妈' }],
    ['替老伴约', { relation: 'family', beneficiary: '老伴' }],
    ['帮隔壁张大爷约', { relation: 'neighbour', beneficiary: '邻居张大爷' }],
    ['给邻居老王约理发', { relation: 'neighbour', beneficiary: '邻居老王' }],
    ['给邻居老李头约理发', { relation: 'neighbour', beneficiary: '邻居老李头' }],
    ['替楼上王姐预约体检', { relation: 'neighbour', beneficiary: '邻居王姐' }],
    ['给邻居王建国约理发', { relation: 'neighbour', beneficiary: '邻居王建国' }],
    ['给邻居周三约理发', { relation: 'neighbour', beneficiary: '邻居' }],
    ['给邻居家老人约理发', { relation: 'neighbour', beneficiary: '邻居' }],
    ['给邻居约理发', { relation: 'neighbour', beneficiary: '邻居' }],
    ['预约 理发 给邻居 明天', { relation: 'neighbour', beneficiary: '邻居' }],
    ['帮张大爷约个理发 周四九点', { relation: 'neighbour', beneficiary: '邻居张大爷' }],
    ['替三楼的李奶奶约理发周四九点四十', { relation: 'neighbour', beneficiary: '邻居李奶奶' }],
    ['给金河湾3号楼的王大爷约理发', { relation: 'neighbour', beneficiary: '邻居王大爷' }],
    ['给老王头约个理发', { relation: 'neighbour', beneficiary: '邻居老王头' }],
    ['给小陈约社保', { relation: 'neighbour', beneficiary: '邻居小陈' }],
    ['社保查询 周三9点20 给李阿姨', { relation: 'neighbour', beneficiary: '邻居李阿姨' }],
    ['社保查询 周三9点20 给张三', { relation: 'neighbour', beneficiary: '邻居张三' }],
    ['理发 周四10点20 赵大爷', { relation: 'neighbour', beneficiary: '邻居赵大爷' }],
    ['理发周四10点20赵大爷', { relation: 'neighbour', beneficiary: '邻居赵大爷' }],
    ['楼下张大爷想理发', { relation: 'neighbour', beneficiary: '邻居张大爷' }],
    ['楼下张大爷让我约个理发', { relation: 'neighbour', beneficiary: '邻居张大爷' }],
    ['给大爷约个理发', { relation: 'neighbour', beneficiary: '邻居大爷' }],
    ['给我自己约', { relation: 'self', beneficiary: '' }],
    ['帮我自己约', { relation: 'self', beneficiary: '' }],
    ['给爸妈约', 'several'],
    ['我爸妈想体检', 'several'],
    ['我妈和我婆婆都要体检', 'several'],
    ['我家老头子要剃头下周二九点', { relation: 'family', beneficiary: '老伴' }],
    ['给我自己妈约体检15号8点', { relation: 'family', beneficiary: '妈妈' }],
    ['我妈想体检15号8点', { relation: 'family', beneficiary: '妈妈' }],
    ['我妈今年72一个人住想订午饭', { relation: 'family', beneficiary: '妈妈' }],
    ['我妈腿脚不好想剃个头', { relation: 'family', beneficiary: '妈妈' }],
    ['预约 理发 我妈 周四九点', { relation: 'family', beneficiary: '妈妈' }],
    ['我妈让我给她约个理发', { relation: 'family', beneficiary: '妈妈' }],
    ['我姐想体检', { relation: 'family', beneficiary: '姐姐' }],
    ['给我大爷约理发', { relation: 'family', beneficiary: '大爷' }],
    ['我妈让我约个理发', undefined],
    ['我妈要我约个理发', undefined],
    ['我妈说约不上', undefined],
    ['我爸妈让我约个理发', undefined],
    ['我妈上班，我想剃头', undefined],
    ['我闺女不在家，想剃头', undefined],
    ['妈，你去约', undefined],
    ['帮我约个理发', undefined],
    ['帮我马上约个理发', undefined],
    ['为何约不上', undefined],
    ['给办个证明', undefined],
    ['帮方便的时候约', undefined],
    ['给周末约个理发', undefined],
    ['预约 法律咨询 方律师', undefined],
    ['理发 周四9点 王师傅', undefined],
    ['理发 周四9点 谢谢', undefined],
    ['证明 周三9点 小何', undefined],
    ['给上门理发的打个电话', undefined],
    ['约理发', undefined],
    ['妈妈的理发', undefined],
  ])('%s is for %j', (words, who) => {
    expect(whoIn(words)).toEqual(who);
  });

  test('whoever signs their own name books for themselves', () => {
    expect(whoIn('理发 周四9点 王阿姨', '王阿姨')).toBeUndefined();
    expect(whoIn('给王阿姨约理发', '王阿姨')).toEqual({ relation: 'self', beneficiary: '' });
    expect(whoIn('给李阿姨约理发', '王阿姨')).toEqual({ relation: 'neighbour', beneficiary: '邻居李阿姨' });
  });

  test.each([
    ['我妈72岁', 72],
    ['七十二岁了', 72],
    ['3号楼', undefined],
    ['500岁', undefined],
  ])('%s says the age %s', (words, age) => {
    expect(ageIn(words)).toBe(age);
  });
});
