import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStage, type Sent, type Stage, target } from '../kit/rehearsal.ts';

const ROOM = '和美一号院邻里群';
const line = (from: string, say: string, where?: string): string =>
  JSON.stringify({ say, from, ...(where === undefined ? {} : { in: where }) });
const LONG = '3号楼2单元电梯坏了，一直没人来修。'.repeat(600);

interface Row {
  readonly name: string;
  readonly text: string;
  /** What a resident gets in private, as a part of the one answer; `silence` for none. */
  readonly inPrivate: string | RegExp;
  /** The same in a group. */
  readonly inGroup: string | RegExp;
}

const SILENCE = 'silence';
const FILED = /已登记，编号\d+。/;
const NOT_UNDERSTOOD = /没听懂/;

/** What was tried and what it gets: one clear answer, or silence where nobody spoke to the bot. */
const TABLE: readonly Row[] = [
  { name: 'nothing', text: '', inPrivate: /登记：/, inGroup: SILENCE },
  { name: 'white space', text: ' \n\t　 ', inPrivate: /登记：/, inGroup: SILENCE },
  { name: 'a command without words', text: '投诉', inPrivate: /还差一点/, inGroup: SILENCE },
  { name: 'a command with a separator only', text: '投诉 ：，', inPrivate: /还差一点/, inGroup: SILENCE },
  { name: '10,000 characters', text: `投诉 ${LONG.slice(0, 10_000)}`, inPrivate: FILED, inGroup: FILED },
  { name: '10,000 characters of nothing', text: '啊'.repeat(10_000), inPrivate: NOT_UNDERSTOOD, inGroup: SILENCE },
  { name: '30,000 characters', text: `投诉 电梯${'坏'.repeat(30_000)}`, inPrivate: FILED, inGroup: FILED },
  { name: 'emoji only', text: '😀😡👨‍👩‍👧🇨🇳', inPrivate: NOT_UNDERSTOOD, inGroup: SILENCE },
  { name: 'a complaint of emoji', text: '投诉 😡😡😡', inPrivate: FILED, inGroup: FILED },
  { name: 'zero-width signs only', text: '\u200b\u200d\ufeff\u2060', inPrivate: /登记：/, inGroup: SILENCE },
  {
    name: 'zero-width signs in a command',
    text: '投\u200b诉\u200d 3号\ufeff楼电梯坏了',
    inPrivate: FILED,
    inGroup: FILED,
  },
  {
    name: 'bidi signs',
    text: '投诉 \u202e了坏梯电\u202c 3号楼\u2066电梯\u2069',
    inPrivate: FILED,
    inGroup: FILED,
  },
  {
    name: 'control characters',
    text: '投诉\u0007 3号楼\u001b[31m电梯\u0000坏了\u0085',
    inPrivate: FILED,
    inGroup: FILED,
  },
  { name: 'NUL only', text: '\u0000\u0000', inPrivate: /登记：/, inGroup: SILENCE },
  { name: 'half of a surrogate pair', text: '投诉 电梯\ud83d坏了\udc00', inPrivate: FILED, inGroup: FILED },
  { name: 'SQL', text: `投诉 '; drop table cases; --`, inPrivate: FILED, inGroup: FILED },
  { name: 'SQL for a number', text: '进度 901 or 1=1', inPrivate: /没有编号901/, inGroup: /没有编号901/ },
  {
    name: 'HTML',
    text: '投诉 <script>alert(1)</script><img src=x onerror=y>电梯',
    inPrivate: FILED,
    inGroup: FILED,
  },
  { name: 'a template', text: '投诉 {no} ${process.exit()} %s {{7*7}} 电梯', inPrivate: FILED, inGroup: FILED },
  { name: 'keys of objects', text: '__proto__', inPrivate: NOT_UNDERSTOOD, inGroup: SILENCE },
  { name: 'constructor', text: 'constructor', inPrivate: NOT_UNDERSTOOD, inGroup: SILENCE },
  { name: 'an unknown number', text: '进度 999', inPrivate: /没有编号999/, inGroup: /没有编号999/ },
  { name: 'a huge number', text: '进度 99999999999999999999', inPrivate: /没看懂/, inGroup: SILENCE },
  {
    name: 'the greatest number that counts',
    text: '进度 999999999',
    inPrivate: /没有编号999999999/,
    inGroup: /没有编号999999999/,
  },
  { name: 'a negative number', text: '进度 -901', inPrivate: /没有编号901/, inGroup: SILENCE },
  { name: 'zeros', text: '进度 000', inPrivate: /没看懂/, inGroup: /没看懂/ },
  { name: 'leading zeros', text: '进度 0901', inPrivate: /没有编号901/, inGroup: /没有编号901/ },
  { name: 'marks out of range', text: '评价 901 100', inPrivate: /没看懂/, inGroup: /没看懂/ },
  { name: 'marks with a comma', text: '评价 901 4.5', inPrivate: /没看懂|没有编号901/, inGroup: /没看懂|没有编号901/ },
  { name: 'nothing to withdraw', text: '撤回 901', inPrivate: /没有编号901/, inGroup: /没有编号901/ },
  { name: 'a staff word', text: '认领 901', inPrivate: /工作人员/, inGroup: /工作人员/ },
  { name: 'a staff word without a number', text: '待办', inPrivate: /工作人员/, inGroup: SILENCE },
  { name: 'a wrong code', text: '绑定 00000000', inPrivate: /绑定码不对/, inGroup: /私聊/ },
  { name: 'a code of letters', text: '绑定 abcdefgh', inPrivate: /绑定码不对|没看懂/, inGroup: SILENCE },
  {
    name: 'a date that does not exist, from a resident',
    text: '议事日 改 2月30日 25:00',
    inPrivate: /工作人员/,
    inGroup: SILENCE,
  },
  { name: 'a topic without words', text: '议题 ，。', inPrivate: /议题/, inGroup: /议题|^$/ },
  { name: 'everybody called', text: '投诉 @所有人 电梯坏了 @all', inPrivate: FILED, inGroup: FILED },
  { name: 'a link', text: '投诉 电梯 http://evil.example/?x=1 www.evil.cn', inPrivate: FILED, inGroup: FILED },
  {
    name: 'a quote and nothing else',
    text: '「小刘：办结 101 好了」\n- - - - - - - - - - - - - - -\n',
    inPrivate: /登记：|没听懂/,
    inGroup: SILENCE,
  },
];

/** What the resident heard in the place where the words were said. */
const heardIn = (sent: readonly Sent[], where: string): readonly string[] =>
  sent.filter((message) => target(message) === where).map(({ text }) => text);

const failedOf = (stage: Stage): unknown => stage.sql("select body from inbox where state = 'failed'");

describe.each([
  ['in private', '李姐', undefined],
  ['in a group', ROOM, ROOM],
] as const)('one clear answer, or silence, %s', (_, heardWhere, saidWhere) => {
  test(`${TABLE.length} ways to say something that is not meant so`, async () => {
    const stage = await openStage();
    const wrong: string[] = [];
    for (const [index, { name, text, inPrivate, inGroup }] of TABLE.entries()) {
      const expected = saidWhere === undefined ? inPrivate : inGroup;
      const spoken = { say: text, from: '李姐', person: `stranger-${index}` };
      const sent = await stage.play(
        JSON.stringify({ ...spoken, ...(saidWhere === undefined ? {} : { in: saidWhere }) }),
      );
      const heard = heardIn(sent, heardWhere);
      const isRight =
        expected === SILENCE ? sent.length === 0 : heard.length === 1 && heard[0]?.search(expected) !== -1;
      if (!isRight) wrong.push(`${name}: ${JSON.stringify(heard)}`);
      for (const message of sent)
        if ([...message.text].length > 700) wrong.push(`${name}: ${message.text.length} characters`);
    }
    expect(wrong).toEqual([]);
    expect(failedOf(stage)).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    '\u202e刘小',
    '小\u200b刘',
    '@所有人',
    '<b>',
    '13812345678',
    '   ',
    '3-2-501',
    '很长'.repeat(40),
    "'; drop table people; --",
    '😀',
    '周书记',
  ])('somebody called %j gets an answer', async (name) => {
    const stage = await openStage();
    const from = name.trim() === '' ? '\u3000x' : name;
    const sent = await stage.play(
      JSON.stringify({ say: '投诉 3号楼电梯坏了', from, person: 'p', in: ROOM }),
      JSON.stringify({ say: '进度 101', from, person: 'p' }),
    );
    expect(heardIn(sent, ROOM).length).toBe(1);
    expect(sent.length).toBe(3);
  });
});

const STAFF_TABLE: readonly (readonly [string, RegExp])[] = [
  ['认领 999', /没有编号999/],
  ['认领', /还差一点/],
  ['办结 101', /还差一点/],
  ['办结 101 ', /还差一点/],
  ['转派 101 不存在的人', /没有“不存在的人”|没有/],
  ['转派 101 __proto__', /没有/],
  [`转派 101 ${'长'.repeat(5_000)}`, /没看懂|没有/],
  [`进展 101 ${'长'.repeat(9_000)}`, /记下了/],
  ['停发 99999999', /没看懂/],
  ['停发 0', /没有广播0/],
  ['补发 1', /没有广播1/],
  ['学习 撤下 0', /没有学习资料0/],
  ['学习 添加', /还差一点/],
  ['学习 添加 |', /请这样发/],
  ['学习 添加 标题 |   ', /请这样发/],
  [`学习 添加 ${'长'.repeat(41)} | 正文`, /标题最多/],
  [`学习 添加 标题 | ${'长'.repeat(501)}`, /正文最多/],
  ['议事日 改 2月30日 15:00', /没有2月30日/],
  ['议事日 改 11月31日 15:00', /没有11月31日/],
  ['议事日 改 13月1日 15:00', /没有13月1日|没看懂/],
  ['议事日 改 11月11日 25:00', /没有25:00/],
  ['议事日 改 11月11日 12:60', /没有12:60/],
  ['议事日 改 11月1日 15:00', /已经过了/],
  ['议事日 改 昨天', /已经过了/],
  ['议事日 改 0月0日', /没有0月0日|没看懂/],
  ['议事日 改 99999年1月1日 15:00', /没看懂|没有/],
  ['议事日 改 2027年1月10日 15:00', /月/],
];

test('what a clerk may type by mistake gets one answer that says what is wrong', async () => {
  const stage = await openStage();
  await stage.play('（配对 小何）', `王阿姨@${ROOM}: 投诉 3号楼2单元电梯坏了`);
  const wrong: string[] = [];
  for (const [typed, expected] of STAFF_TABLE) {
    const heard = heardIn(await stage.play('（过1分钟）', line('小何', typed)), '小何');
    if (heard.length !== 1 || heard[0]?.search(expected) === -1)
      wrong.push(`${typed.slice(0, 40)}: ${JSON.stringify(heard)}`);
  }
  expect(wrong).toEqual([]);
  expect(failedOf(stage)).toEqual([]);
});

/** What people paste, and what breaks programs. */
const nasty = fc.constantFrom(
  '\u0000',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '@所有人',
  '13812345678',
  '620402194001011234',
  'http://a.cn/x',
  '3-2-501',
  '\n',
  '|',
  '「',
  '」',
  '{no}',
  '编号',
  '101',
  '1',
  '是',
  '0',
);
const start = fc.constantFrom(
  '',
  '投诉 ',
  '报修',
  '进度 ',
  '补充 101 ',
  '评价 101 ',
  '议题 ',
  '@六心小助手 ',
  '六心小助手',
  '认领 101 ',
  '学习 添加 ',
  '议事日 改 ',
  '绑定 ',
  '绑定群 ',
  '没解决 101 ',
  '转派 101 ',
);
const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')),
);
const anyText = fc.tuple(start, anyWords, fc.option(nasty, { nil: '' })).map((parts) => parts.join(''));

const LEAKS =
  /(?<!\d)1[3-9]\d{9}(?!\d)|http|www\.|a\.cn|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?!\n)\p{Cc}|@所有人|620402194001011234|3-2-501/u;

test('any text whatever, in a group or in private, from a resident or a clerk: no stumbling, nothing unclean in a group', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyText, fc.constantFrom('李姐', `李姐@${ROOM}`, '小何', '小何@社区工作群')), {
        minLength: 20,
        maxLength: 40,
        size: 'max',
      }),
      async (said) => {
        const stage = await openStage();
        await stage.play('（配对 小何）', `王阿姨@${ROOM}: 投诉 3号楼2单元电梯坏了`);
        let person = 0;
        for (const [text, who] of said) {
          const [from = '', where] = who.split('@');
          person += 1;
          // Residents are strangers each time, so that nobody is told to slow down.
          const key = from === '小何' ? from : `stranger-${person}`;
          const sent = await stage.play(
            JSON.stringify({ say: text, from, person: key, ...(where === undefined ? {} : { in: where }) }),
          );
          for (const message of sent) {
            const isMaterial = message.text.includes('学习资料');
            if ('room' in message.to && !isMaterial) expect(message.text).not.toMatch(LEAKS);
          }
        }
        expect(failedOf(stage)).toEqual([]);
        expect(stage.sql("select count(*) n from inbox where state = 'received'")).toEqual([{ n: 0 }]);
        await stage.finish();
      },
    ),
    { numRuns: 8, endOnFailure: true, seed: 2026 },
  );
});
