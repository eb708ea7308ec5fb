import { expect, test } from 'vitest';
import { readJsonLine, readTypedLine } from '../../../src/adapters/rehearsal/script.ts';

const AT = '2026-11-10T09:00:00+08:00';

test.each([
  ['{"say":"x","from":"王阿姨"}', { kind: 'say', from: '王阿姨', text: 'x', mention: false }],
  ['{"say":"x","from":"王阿姨","in":"群","id":7,"person":8}', { in: '群', id: '7', person: '8' }],
  [
    `{"say":"x","from":"王阿姨","at":"${AT}","mention":true,"quote":"y"}`,
    { at: new Date(AT), mention: true, text: 'x' },
  ],
  ['{"image":"a.jpg","from":"王阿姨"}', { kind: 'say', image: 'a.jpg', text: '' }],
  [`{"now":"${AT}"}`, { kind: 'now', to: new Date(AT) }],
  ['{"now":"2026-11-10T01:00:00Z"}', { kind: 'now', to: new Date(AT) }],
  ['{"pair":"小刘"}', { kind: 'pair', name: '小刘' }],
  ['{"login":"again"}', { kind: 'login' }],
  ['{"crash":true}', { kind: 'crash' }],
  [`{"crash":true,"until":"${AT}"}`, { kind: 'crash', until: new Date(AT) }],
  ['{"fault":"send","code":1205}', { kind: 'fault', times: 1, code: 1205 }],
  ['{"fault":"send","times":2,"code":"timeout"}', { times: 2, code: 'timeout' }],
  ['{"sql":"select 1"}', { kind: 'sql', sql: 'select 1' }],
])('reads %s', (line, meant) => {
  expect(readJsonLine(line)).toMatchObject(meant);
});

test.each([
  'not json',
  '[]',
  'null',
  '"say"',
  '{}',
  '{"say":"hello"}',
  '{"from":"王阿姨"}',
  '{"say":1,"from":"王阿姨"}',
  '{"say":"x","from":""}',
  '{"say":"x","from":"   "}',
  '{"say":"x","from":"王阿姨","unknown":1}',
  '{"say":"x","from":"王阿姨","at":"tomorrow"}',
  '{"say":"x","from":"王阿姨","at":"2026-11-10T09:00:00"}',
  '{"now":"soon"}',
  '{"now":"2026-02-30T00:00:00Z"}',
  '{"pair":""}',
  '{"login":"twice"}',
  '{"crash":false}',
  '{"crash":true,"until":"later"}',
  '{"fault":"receive","code":1205}',
  '{"fault":"send"}',
  '{"fault":"send","times":0,"code":1205}',
  '{"fault":"send","times":1,"code":"lost"}',
  '{"sql":""}',
  '{"pair":"小刘","login":"again"}',
])('does not read %s', (line) => {
  expect(readJsonLine(line)).toBeUndefined();
});

test.each([
  [
    '王阿姨@和美一号院邻里群: 投诉 3号楼电梯坏了',
    { from: '王阿姨', in: '和美一号院邻里群', text: '投诉 3号楼电梯坏了' },
  ],
  ['王阿姨@和美一号院邻里群：投诉：3号楼', { in: '和美一号院邻里群', text: '投诉：3号楼' }],
  ['王阿姨@群: @六心小助手 帮助', { in: '群', text: '@六心小助手 帮助' }],
  ['小刘: 待办', { from: '小刘', text: '待办' }],
  ['小刘: 投诉\\n第二行', { text: '投诉\n第二行' }],
  ['小刘: ', { text: '' }],
  ['小刘@群: [图片 a.jpg]', { image: 'a.jpg', text: '' }],
  ['（过20分钟）', { kind: 'wait', milliseconds: 1_200_000 }],
  ['(过2小时)', { kind: 'wait', milliseconds: 7_200_000 }],
  ['（过3天）', { kind: 'wait', milliseconds: 259_200_000 }],
  ['（到 2026-11-10 09:00）', { kind: 'local', day: '2026-11-10', minutes: 540 }],
  ['（配对 小刘）', { kind: 'pair', name: '小刘' }],
  ['（重新登录）', { kind: 'login' }],
  ['（崩溃）', { kind: 'crash' }],
  ['（发送失败 2次 1205）', { kind: 'fault', times: 2, code: 1205 }],
  ['（发送失败 1次 timeout）', { kind: 'fault', code: 'timeout' }],
])('reads the typed %s', (line, meant) => {
  expect(readTypedLine(line)).toMatchObject(meant);
});

test.each(['这是什么', '（过两小时）', '（到 明天）', '（跳舞）', '# 说明', ''])(
  'does not read the typed %s',
  (line) => {
    expect(readTypedLine(line)).toBeUndefined();
  },
);
