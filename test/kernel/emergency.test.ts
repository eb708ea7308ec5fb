import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmergency } from '../../src/kernel/category.ts';

test.each([
  ['着火了', 'fire'],
  ['著火啦', 'fire'],
  ['3号楼起火了快来', 'fire'],
  ['楼道冒烟', 'fire'],
  ['是不是着火了', 'fire'],
  ['可能着火了', 'fire'],
  ['怎么着火了', 'fire'],
  ['家里着火了怎么办', 'fire'],
  ['没有人管，着火了', 'fire'],
  ['没人管着火了', 'fire'],
  ['消防通道着火了', 'fire'],
  ['简易房着火了', 'fire'],
  ['电瓶车爆炸了', 'fire'],
  ['有煤气味', 'gas'],
  ['燃氣洩漏', 'gas'],
  ['天然气泄露', 'gas'],
  ['家里漏煤气', 'gas'],
  ['闻到一股煤气', 'gas'],
  ['一氧化碳中毒', 'gas'],
  ['电梯困人了', 'trapped'],
  ['有人被困在電梯裡', 'trapped'],
  ['我们困在电梯里了', 'trapped'],
  ['电梯里出不来', 'trapped'],
  ['娃锁在家里', 'trapped'],
  ['老人晕倒了', 'medical'],
  ['昏迷不醒', 'medical'],
  ['没呼吸了', 'medical'],
  ['没有呼吸', 'medical'],
  ['叫不醒', 'medical'],
  ['孩子掉井里了', 'medical'],
  ['有人持刀', 'violence'],
  ['有人打人', 'violence'],
  ['楼下打起来了', 'violence'],
  ['有人入室', 'violence'],
  ['他打我', 'violence'],
  ['不想活了', 'despair'],
  ['我想死', 'despair'],
  ['要跳楼', 'despair'],
  ['劝他别跳楼', 'despair'],
  ['有人轻生', 'despair'],
  ['喝农药了', 'despair'],
])('%j is %s', (words, emergency) => {
  expect(readEmergency(words)).toBe(emergency);
});

test.each([
  '没有着火',
  '没着火',
  '未发生着火',
  '防火',
  '防止着火',
  '消防演练',
  '电梯困人演练',
  '灭火器过期',
  '有火灾隐患',
  '火灾隐患排查',
  '容易着火',
  '怕着火',
  '万一着火怎么办',
  '去年着火',
  '等着火车',
  '吃着火锅',
  '一起火锅吧',
  '烟囱冒烟',
  '抽烟冒烟',
  '预防煤气中毒讲座',
  '燃气泄漏报警器坏了',
  '煤气费',
  '天然气没气了',
  '没有煤气味',
  '没有人被困',
  '没有困人',
  '被困扰',
  '贫困在册',
  '上次电梯困人',
  '拨打人工台',
  '打人民路过',
  '打我电话',
  '防止入室盗窃宣传',
  '猫打架',
  '跳楼价',
  '想死你了',
  '不想死',
  '花养不活了',
  '自杀预防讲座',
  '电梯坏了',
  '',
])('%j is none', (words) => {
  expect(readEmergency(words)).toBeUndefined();
});

test('an emergency is heard wherever it stands in the message', () => {
  const chatter = fc.constantFrom('', '，', '你好，', '没有，', '演练结束。', '救命！', '3号楼 ');
  const sign = fc.constantFrom('着火了', '电梯困人了', '有人晕倒', '不想活了');
  fc.assert(
    fc.property(chatter, sign, chatter, (before, words, after) => {
      expect(readEmergency(`${before}${words}，${after}`)).toBeDefined();
    }),
  );
});

test('nothing that is said makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      expect(['undefined', 'string']).toContain(typeof readEmergency(words));
    }),
  );
});
