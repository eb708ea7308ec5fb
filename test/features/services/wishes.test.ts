import { expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { allIn, whoIn } from '../../../src/features/services/rules/request.ts';
import { holdsWish } from '../../../src/features/services/rules/wishes.ts';
import { read } from '../../kit/project-files.ts';

const profile = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!profile.ok) throw new Error('the sample community is broken');
const { services } = profile.value;

test.each([
  '我奶奶八十了 眼睛看不见 想找人上门剪头发 周四行吗',
  '我在外地，我妈一个人在家，想给她订午饭，她76，安居苑5号楼2单元301',
  '每天给我送饭行不',
  '我家没人会用手机，想请人帮我妈剪头发',
  '我爸76，下周一到周三中午帮我订饭，糖尿病',
  '孩子上学要用，麻烦帮我开个证明，不急',
])('a wish, whatever is told beside it: %s', (words) => {
  expect(holdsWish(words, services)).toBe(true);
});

test.each([
  '我想投诉送餐的，没给我妈送饭',
  '你们送的饭太咸了，想退了',
  '理发的师傅态度不好，我要投诉',
  '想问问为什么体检没我妈的份',
  '昨天预约的理发没来人',
  '我妈不想体检',
  '不要送餐了',
  '送餐的饭太难吃，想请人来我家送饭',
  '体检等了半天，还要再约体检',
  '电梯坏了，想请人修',
])('no wish: %s', (words) => {
  expect(holdsWish(words, services)).toBe(false);
});

test.each([
  ['帮我和老伴都约上体检', ['', '老伴']],
  ['预约 体检 给我爸妈', ['妈妈', '爸爸']],
  ['我妈和我一起体检', ['', '妈妈']],
])('several at once: %s', (words, labels) => {
  expect(whoIn(words)).toBe('several');
  expect(allIn(words).map(({ beneficiary }) => beneficiary)).toEqual(labels);
});

test('whose age is told is who is meant', () => {
  expect(whoIn('我爸76，帮我订饭')).toEqual({ relation: 'family', beneficiary: '爸爸' });
  expect(whoIn('我妈3号楼的，我要理发')).toBeUndefined();
});
