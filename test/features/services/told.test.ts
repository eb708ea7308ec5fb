import { describe, expect, test } from 'vitest';
import { readProfile } from '../../../src/engine/community/read-profile.ts';
import { toldIn } from '../../../src/features/services/rules/told.ts';
import { askingOf } from '../../../src/features/services/rules/when.ts';
import { chinaCalendar } from '../../../src/kernel/calendar.ts';
import { read } from '../../kit/project-files.ts';

const profile = readProfile(read('prisma/communities/renmin-xilu.yaml'));
if (!profile.ok) throw new Error('the sample community is broken');
const { compounds, services } = profile.value;
const asking = askingOf(new Date('2026-11-02T09:00:00+08:00'), { zone: 'Asia/Shanghai', calendar: chinaCalendar });
const told = (words: string) => toldIn(words, { asking, compounds, services });

describe('all that words tell of a booking', () => {
  test.each([
    ['理发下周四9点 3号楼2单元501 13900001111 我75', '2026-11-12 540', 75, '3号楼2单元501 13900001111'],
    ['周四九点四十 我72岁 和美一号院3号楼2单元501', '2026-11-05 580', 72, '和美一号院3号楼2单元501'],
    ['她住3号楼2单元501', '', undefined, '3号楼2单元501'],
    ['我妈72岁', '', 72, ''],
    ['他80了', '', 80, ''],
    ['今年72一个人住', '', 72, ''],
    ['1950年生的', '', 76, ''],
    ['明天九点 不对 周四九点四十', '2026-11-05 580', undefined, ''],
    ['明天九点 哦不 九点四十', '2026-11-03 580', undefined, ''],
    ['不是周四是周五九点', '2026-11-06 540', undefined, ''],
    ['明天上午9点或10点', '2026-11-03 540|2026-11-03 600', undefined, ''],
    ['周四9点或者9点40都行', '2026-11-05 540|2026-11-05 580', undefined, ''],
    ['三楼的', '', undefined, ''],
    ['我501', '', undefined, ''],
  ])('%s', (words, times, age, home) => {
    const { wishes, ...rest } = told(words);
    expect(wishes.map(({ days, from }) => `${days.join()} ${from ?? ''}`).join('|')).toBe(times);
    expect(rest).toMatchObject({ age, home });
  });

  test.each([
    ['我妈72岁', true],
    ['她住3号楼2单元501', true],
    ['周四九点四十 我72岁 和美一号院3号楼2单元501 电话13900001111', true],
    ['他80了', true],
    ['我妈在家呢', false],
    ['3号楼2单元电梯坏了', false],
    ['楼下张大爷家漏水', false],
    ['明天下雨吗', false],
    ['有什么用', false],
    ['哈哈', false],
  ])('%s tells nothing else: %s', (words, isAll) => {
    expect(told(words).isAll).toBe(isAll);
  });
});
