import { describe, expect, test } from 'vitest';
import { faultsOf } from './invariants.ts';
import type { Row, Said, Sent } from './stage.ts';

const ROOM = '和美一号院邻里群';
const inRoom = (text: string, mentions: readonly string[] = []): Sent => ({
  at: '',
  to: { room: ROOM },
  text,
  mentions,
});
const inPrivate = (text: string): Sent => ({ at: '', to: { person: '王阿姨' }, text, mentions: [] });
const said: readonly Said[] = [
  { from: '王阿姨', text: '投诉 3号楼2单元501 楼上天天漏水没人管，看 http://a.example.com/x' },
  { from: '小刘', text: '进展 101 师傅明天上午九点到现场' },
];

/** The faults of one message; the database says which cases are confidential and which messages failed. */
function faults(
  message: Sent,
  confidential: readonly number[] = [],
  failed: readonly string[] = [],
): Promise<readonly string[]> {
  const sql = async (query: string): Promise<readonly Row[]> =>
    query.includes('inbox') ? failed.map((body) => ({ body })) : confidential.map((no) => ({ no }));
  return faultsOf({ sent: [message], said, sql });
}

/** The net that every rehearsal of the tests passes through: planted once, seen once. */
describe('the net sees', () => {
  test.each([
    ['a mobile number', inRoom('打13812345678')],
    ['a mobile number in pieces', inRoom('打138 1234 5678')],
    ['a full width one', inRoom('打１３８１２３４５６７８')],
    ['a landline', inRoom('打0943-8212345')],
    ['an ID', inRoom('号620402194001011234')],
    ['a card', inRoom('卡6222 0212 3456 7890 123')],
    ['a room', inRoom('3号楼2单元501')],
    ['a room said as such', inRoom('501室漏水')],
    ['a room with dashes', inRoom('3-2-501漏水')],
    ['a resident’s link', inRoom('看 http://a.example.com/x')],
    ['a resident’s sentence', inRoom('编号101 楼上天天漏水没人管')],
    ['a zero-width sign', inPrivate('好\u200b的')],
    ['a bidi sign', inRoom('\u202e好的')],
    ['a control sign', inPrivate('好\u0007的')],
    ['everybody called', inRoom('@所有人 好的')],
    ['an empty text', inPrivate('')],
    ['a slot that was not filled', inPrivate('编号{no}')],
    ['what is undefined', inPrivate('编号undefined')],
    ['a long line', inRoom('长'.repeat(61))],
    ['too many lines', inPrivate(Array.from({ length: 9 }, () => '行').join('\n'))],
  ])('%s', async (_, message) => {
    expect(await faults(message)).not.toEqual([]);
  });

  test('what a confidential case is about', async () => {
    expect((await faults(inRoom('编号101 邻里纠纷'), [101])).length).toBe(1);
    expect((await faults(inRoom('已登记，编号101。\n和美一号院3号楼2单元'), [101])).length).toBe(1);
  });

  test('a message over which the program stumbled', async () => {
    expect((await faults(inRoom('好的'), [], ['投诉'])).length).toBe(1);
  });
});

test.each([
  inRoom('@王阿姨 已登记，编号101。\n和美一号院3号楼2单元，电梯\n查办：进度 101；写错了发：撤回 101（10分钟内）', [
    '王阿姨',
  ]),
  inRoom('编号101 进展：师傅明天上午九点到现场（网格员小刘）'),
  inRoom('学习资料：专题\nhttps://www.12371.cn/special/20d/ 电话0943-8212345'),
  inPrivate('“3号楼2单元501 楼上天天漏水没人管”\n13812345678'),
  inRoom('11月10日（周二）09:30，社区居委会二楼会议室'),
  inRoom('要删：到人民西路社区居委会一楼或打0943-0000000，说要删哪一件。'),
])('and lets through what is in order: $text', async (message) => {
  expect(await faults(message)).toEqual([]);
});

test('the number of a confidential case may be said', async () => {
  expect(await faults(inRoom('编号101 请本人私聊我查。'), [101])).toEqual([]);
});
