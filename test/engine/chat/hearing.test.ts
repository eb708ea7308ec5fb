import { describe, expect, test } from 'vitest';
import { features } from '../../../src/app/features.ts';
import { wordTable } from '../../../src/engine/chat/command.ts';
import { type Heard, hear, type Situation } from '../../../src/engine/chat/hearing.ts';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { read } from '../../kit/project-files.ts';
import { CHATTER, FILE, MEANT } from './sayings.ts';

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
    ['到了 5', 'services.arrived'],
    ['到了5', 'services.arrived'],
    ['送到 5 6 7', 'services.delivered'],
    ['没人开 5', 'services.unopened'],
    ['服务 停 理发 11月26日', 'services.stop'],
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
