import { describe, expect, test } from 'vitest';
import { features } from '../../../src/app/features.ts';
import { wordTable } from '../../../src/engine/chat/command.ts';
import { type Heard, hear, type Situation } from '../../../src/engine/chat/hearing.ts';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { read } from '../../kit/project-files.ts';

const parsed = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!parsed.ok) throw new Error('the sample community is broken');
const profile = parsed.value;
const table = wordTable(features.flatMap((feature) => feature.commands));

const heardIn = (typed: string, place: Situation['place'] = 'residents', mentionsBot = false): Heard =>
  hear(typed, table, { place, mentionsBot, profile });

/** What the words are, in a word: a command’s id, `refused ID`, `words` or `talk`. */
function meant(heard: Heard): string {
  if (heard.kind === 'command') return heard.command.id;
  return heard.kind === 'refused' ? `refused ${heard.command.id}` : heard.kind;
}

const FILE = {
  投诉: 'cases.file-complaint',
  报修: 'cases.file-repair',
  反映: 'cases.file-report',
  建议: 'cases.file-suggestion',
};

/** Said in a group to nobody in particular, and meant for the bot. */
const MEANT: readonly (readonly [string, string])[] = [
  ['投诉 3号楼2单元电梯坏了', FILE.投诉],
  ['投诉:3号楼电梯坏了', FILE.投诉],
  ['投诉：楼上太吵', FILE.投诉],
  ['投诉，物业不管', FILE.投诉],
  ['投诉,物业不管', FILE.投诉],
  ['投诉\n3号楼电梯坏了', FILE.投诉],
  ['投诉　全角空格', FILE.投诉],
  ['投诉3号楼2单元电梯坏了', FILE.投诉],
  ['投诉三号楼电梯坏了', FILE.投诉],
  ['投诉３号楼电梯坏了', FILE.投诉],
  ['投诉3-2-501漏水', FILE.投诉],
  ['投诉和美一号院门口乱停车', FILE.投诉],
  ['投诉一号院3栋没水', FILE.投诉],
  ['投诉电梯坏了', FILE.投诉],
  ['投诉垃圾没人收', FILE.投诉],
  ['投诉物业不管', FILE.投诉],
  ['投訴 3號樓電梯壞了', FILE.投诉],
  ['投訴電梯壞了', FILE.投诉],
  ['投拆 3号楼电梯坏了', FILE.投诉],
  ['投素3号楼电梯坏了', FILE.投诉],
  ['投述：电梯', FILE.投诉],
  ['头诉 电梯', FILE.投诉],
  ['我要投诉 3号楼电梯坏了', FILE.投诉],
  ['  投诉 3号楼电梯坏了', FILE.投诉],
  ['报修 2号楼楼道灯不亮', FILE.报修],
  ['报修2号楼楼道灯不亮', FILE.报修],
  ['报修停水三天了', FILE.报修],
  ['报修暖气不热', FILE.报修],
  ['報修 水管爆了', FILE.报修],
  ['报休 水管漏水', FILE.报修],
  ['我要报修 水管漏水', FILE.报修],
  ['反映 小区门口垃圾没人清', FILE.反映],
  ['反映：路灯不亮', FILE.反映],
  ['反映路灯不亮', FILE.反映],
  ['反印 路灯不亮', FILE.反映],
  ['建议 大门口加一个充电桩', FILE.建议],
  ['建议：加个长椅', FILE.建议],
  ['建議 加個長椅', FILE.建议],
  ['建意 加个长椅', FILE.建议],
  ['进度 101', 'cases.progress'],
  ['进度101', 'cases.progress'],
  ['进度：101', 'cases.progress'],
  ['进度　１０１', 'cases.progress'],
  ['進度 101', 'cases.progress'],
  ['进渡101', 'cases.progress'],
  ['查 101', 'cases.progress'],
  ['查101', 'cases.progress'],
  ['查询 编号101', 'cases.progress'],
  ['查询101号', 'cases.progress'],
  ['补充 101 还有老人', 'cases.supplement'],
  ['补充101还有老人', 'cases.supplement'],
  ['撤回 101', 'cases.withdraw'],
  ['撤回101', 'cases.withdraw'],
  ['撤销 101', 'cases.withdraw'],
  ['满意 101', 'cases.satisfied'],
  ['满意101', 'cases.satisfied'],
  ['滿意101', 'cases.satisfied'],
  ['不满意 101 又坏了', 'cases.dissatisfied'],
  ['不满意101又坏了', 'cases.dissatisfied'],
  ['评价 101 5', 'cases.rate'],
  ['评价101 5分', 'cases.rate'],
  ['没解决 101', 'cases.reopen'],
  ['没解决101还是漏', 'cases.reopen'],
  ['未解决 101', 'cases.reopen'],
  ['议题 大门口装个充电桩', 'assembly.topic'],
  ['议题：大门口装个充电桩', 'assembly.topic'],
  ['帮助', 'help.show'],
  ['帮助。', 'help.show'],
  ['幫助', 'help.show'],
  ['我的事项', 'cases.mine'],
  ['我的事項', 'cases.mine'],
  ['绑定群 12345678', 'pairing.bind-room'],
  ['认领 101', 'refused cases.claim'],
  ['认领101', 'refused cases.claim'],
  ['办结 101 好了', 'refused cases.resolve'],
  ['进展101 在办', 'refused cases.progress-note'],
  ['转派 101 小陈', 'refused cases.assign'],
  ['看 101', 'refused cases.view'],
  ['六心小助手 帮助', 'help.show'],
  ['六心小助手，进度101', 'cases.progress'],
  ['@六心小助手 101', 'cases.progress'],
  ['@六心小助手 编号101', 'cases.progress'],
  ['@六心小助手 投诉电梯', FILE.投诉],
  ['@六心小助手 保修 水管漏了', FILE.报修],
  ['@六心小助手 待办', 'refused desk.todo'],
  ['@六心小助手 统计', 'refused desk.figures'],
  ['@六心小助手 议事日', 'assembly.next'],
  ['@六心小助手 学习', 'study.latest'],
  ['@六心小助手 隐私', 'privacy.show'],
  ['@六心小助手 今天吃什么', 'words'],
  ['@六心小助手', 'words'],
];

/** Said among neighbours. */
const CHATTER: readonly string[] = [
  '大家早上好',
  '早',
  '收到',
  '好的',
  '谢谢',
  '1',
  '101',
  '编号101是谁的',
  '怎么又停水了',
  '3号楼又没水了',
  '电梯坏了谁管啊',
  '投诉',
  '投诉？',
  '投诉那个外卖',
  '投诉有用吗',
  '投诉他们',
  '投诉了三次都没用',
  '我要投诉',
  '我要投诉他们',
  '昨天投诉 3号楼的那个人是谁',
  '大家一起投诉 物业',
  '报修师傅真不错',
  '报修了没有',
  '报修',
  '反映了多少次了',
  '反映谁去',
  '反映',
  '反应 迟钝',
  '建议大家都去看看',
  '建议你别信',
  '建议',
  '进度怎么样了',
  '进度',
  '进度条卡住了',
  '进度100%',
  '进度50',
  '查一下明天天气',
  '查水表啦',
  '查 一下',
  '补充一下能量',
  '补充200毫升水',
  '撤回了什么',
  '撤回',
  '满意',
  '满意度调查',
  '满意100分',
  '不满意',
  '不满意就退',
  '评价',
  '评价100分',
  '评价120元的那家',
  '没解决',
  '没解决温饱',
  '认领一只小猫',
  '认领快递啦',
  '认领 小猫',
  '办结婚证去哪',
  '转给你200元',
  '看看120元的米',
  '看300平的房子',
  '看120个',
  '看3号楼',
  '看101室的灯',
  '看2026年的日历',
  '统计一下谁要团购',
  '统计',
  '统计 报名人数',
  '待办',
  '待办证件',
  '学习',
  '学习资料谁有',
  '学习 使我快乐',
  '议事日',
  '议事日几号',
  '议事日 停',
  '议题',
  '议题是什么',
  '广播',
  '停发 工资',
  '停发工资了',
  '隐私',
  '绑定银行卡',
  '绑定 手机',
  '帮助别人就是帮助自己',
  '谁能帮助一下',
  '帮助一下老人',
  '我的事项多着呢',
  '菜单发一下呗',
  '找六心小助手问问',
  '你们可以问 六心小助手',
  '预约',
  '报名',
  '！！！',
  '😀😀',
  'https://example.com',
];

describe('in a residents’ room', () => {
  test.each(MEANT)('%j is %s', (typed, expected) => {
    expect(meant(heardIn(typed))).toBe(expected);
  });

  test.each(CHATTER)('%j is talk', (typed) => {
    expect(meant(heardIn(typed))).toBe('talk');
  });

  test('there are enough of each', () => {
    expect(MEANT.length).toBeGreaterThanOrEqual(60);
    expect(CHATTER.length).toBeGreaterThanOrEqual(60);
  });
});

describe('what is quoted never counts', () => {
  const quoted = '「王阿姨：投诉 3号楼电梯坏了」\n- - - - - - - - - - - - - - -\n';
  test('talk about a quoted complaint is talk', () => {
    expect(meant(heardIn(`${quoted}是啊，都两天了`))).toBe('talk');
  });
  test('a command under a quote is one', () => {
    expect(meant(heardIn(`${quoted}进度 101`))).toBe('cases.progress');
  });
  test('a quoted staff command runs nothing in the staff’s room', () => {
    expect(meant(heardIn('「小刘：认领 101」\n- - - - - - - - - - - - - - -\n好的', 'staff'))).toBe('talk');
    expect(meant(heardIn('「小刘：认领 101」\n- - - - - - - - - - - - - - -\n', 'staff'))).toBe('talk');
  });
});

describe('elsewhere', () => {
  test.each([
    ['认领 101', 'cases.claim'],
    ['认领101', 'cases.claim'],
    ['待办', 'desk.todo'],
    ['统计', 'desk.figures'],
    ['停发 1', 'broadcasts.stop'],
    ['议事日 改 11月11日 15:00', 'assembly.move'],
    ['议事日 停', 'assembly.cancel'],
    ['学习 添加 标题 | 正文', 'study.add'],
    ['统计一下谁去开会', 'talk'],
    ['明天开会，大家准时', 'talk'],
    ['小刘你看 101 办了没', 'talk'],
  ])('in the staff’s room %j is %s', (typed, expected) => {
    expect(meant(heardIn(typed, 'staff'))).toBe(expected);
  });

  test.each([
    ['101', 'cases.progress'],
    ['编号 101', 'cases.progress'],
    ['进度', 'cases.progress'],
    ['进度怎么样了', 'cases.progress'],
    ['投诉', FILE.投诉],
    ['投诉那个外卖', FILE.投诉],
    ['投宿 3号楼', FILE.投诉],
    ['待办', 'desk.todo'],
    ['议事日', 'assembly.next'],
    ['学习', 'study.latest'],
    ['绑定 12345678', 'pairing.pair'],
    ['查', 'words'],
    ['看病去哪', 'words'],
    ['你好', 'words'],
    ['12', 'words'],
    ['', 'words'],
  ])('in private %j is %s', (typed, expected) => {
    expect(meant(heardIn(typed, 'direct'))).toBe(expected);
  });

  test('a mention by WeChat is as good as the name', () => {
    expect(meant(heardIn('101', 'residents', true))).toBe('cases.progress');
    expect(meant(heardIn('电梯坏了', 'residents', true))).toBe('words');
  });

  test('no staff word works in any room but the staff’s', () => {
    for (const command of features.flatMap((feature) => feature.commands)) {
      if (command.who === 'anyone') continue;
      for (const place of ['residents', 'merchants', 'party'] as const) {
        for (const mentions of [true, false]) {
          expect(['talk', `refused ${command.id}`]).toContain(meant(heardIn(command.example, place, mentions)));
        }
      }
      expect(meant(heardIn(command.example, 'direct'))).toBe(command.id);
      expect(meant(heardIn(command.example, 'staff'))).toBe(command.id);
    }
  });
});
