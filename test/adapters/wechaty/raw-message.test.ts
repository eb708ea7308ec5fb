import { expect, test } from 'vitest';
import { readRaw } from '../../../src/adapters/wechaty/wechat4u/raw-message.ts';
import { decodeWords } from '../../../src/adapters/wechaty/wechat4u/raw-text.ts';

const raw = { MsgId: '1', FromUserName: '@@room', ToUserName: '@bot', MsgType: 1, CreateTime: 0, Content: '' };
const inRoom = (MsgType: number, OriginalContent: string) => readRaw({ ...raw, MsgType, OriginalContent });

test.each([
  ['投诉:<br/>3号楼', '投诉:\n3号楼'],
  ['A &amp; B &lt;b&gt;', 'A & B <b>'],
  ['&amp;lt; 和 &amp;amp;', '&lt; 和 &amp;'],
  ['&lt;br/&gt;', '<br/>'],
  ['&#39;&#x4e8c;&quot;&nbsp;&apos;', "'二\" '"],
  ['&unknown; &#9999999; &', '&unknown; &#9999999; &'],
  ['坏了<span class="emoji emoji1f31a"></span>', '坏了🌚'],
  ['<span class="emoji emoji0031fe0f"></span>', '1\uFE0F'],
  ['<span class="emoji emoji1f1e81f1f3"></span>', '🇨🇳'],
])('%s is what somebody typed as %j', (wire, typed) => {
  expect(decodeWords(wire)).toBe(typed);
});

test('the speaker stands before the words, and colons in the words are words', () => {
  expect(inRoom(1, '@abc123:<br/>投诉:<br/>3号楼:<br/>坏了')).toEqual({
    kind: 'text',
    talker: '@abc123',
    room: '@@room',
    text: '投诉:\n3号楼:\n坏了',
  });
});

test('what WeChat itself writes into a room has no speaker and is no text', () => {
  expect(inRoom(10_000, '"王阿姨"邀请"李叔"加入了群聊')).toMatchObject({ kind: 'other', talker: undefined });
  expect(inRoom(1, '投诉 没有说话的人')).toMatchObject({ kind: 'other' });
});

const app = (inner: string): string =>
  `@a:<br/>${`<msg><appmsg appid="" sdkver="0">${inner}</appmsg></msg>`.replace(/</gu, '&lt;').replace(/>/gu, '&gt;')}`;

test('of a reply its own words count, never what it quotes', () => {
  const quoted = '<refermsg><content><title>认领 101</title><type>57</type></content></refermsg>';
  expect(inRoom(49, app(`<title>收到</title><type>57</type>${quoted}`))).toMatchObject({ kind: 'text', text: '收到' });
  expect(inRoom(49, app(`${quoted}<title>收到</title><type>57</type>`))).toMatchObject({ kind: 'text', text: '收到' });
  expect(inRoom(49, app(`<title><![CDATA[A & B]]></title><type>57</type>`))).toMatchObject({ text: 'A & B' });
});

test('a link, a record of another talk, a file and a card are no words of whoever sends them', () => {
  const kinds = [5, 6, 19, 33, 2001].map((type) => inRoom(49, app(`<title>投诉 电梯</title><type>${type}</type>`)));
  const others = [42, 43, 47, 48, 51, 62, 10_002].map((type) => inRoom(type, '@a:<br/>投诉 电梯'));
  expect([...kinds, ...others].map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => 'other'));
  expect(inRoom(49, app('<title>投诉</title><type>5</type><refermsg><type>57</type></refermsg>')).kind).toBe('other');
});

test('a place that was shared is no text', () => {
  expect(readRaw({ ...raw, OriginalContent: '@a:<br/>沿江路12号', SubMsgType: 48 }).kind).toBe('other');
});

test('in private the sender is who it is from, and what the bot says itself has its room', () => {
  expect(readRaw({ ...raw, FromUserName: '@wang', OriginalContent: '@abc:<br/>x' })).toEqual({
    kind: 'text',
    talker: '@wang',
    room: undefined,
    text: '@abc:\nx',
  });
  const own = readRaw({ ...raw, FromUserName: '@bot', ToUserName: '@@room', OriginalContent: '好的' });
  expect(own).toMatchObject({ talker: '@bot', room: '@@room', text: '好的' });
});
