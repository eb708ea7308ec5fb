import { expect, test } from 'vitest';
import type { Work } from '../../../src/engine/work.ts';
import { orderMeals } from '../../../src/features/services/service/meals.ts';
import { extendAndTell } from '../../../src/features/services/service/meal-notices.ts';
import { openEngine } from '../../kit/engine.ts';

/** The arrangement for the next year comes: what was a working day by the law alone is a holiday. */
function withHoliday(work: Work, day: string): Work {
  const { calendar } = work.community;
  const published = {
    ...calendar,
    coverageEnd: '2027-12-31',
    isPublished: () => true,
    isRestDay: (one: string) => one === day || calendar.isRestDay(one),
  };
  return { ...work, community: { ...work.community, calendar: published } };
}

test('a meal that was planned on a day that becomes a holiday is called off, and told once', async () => {
  const stage = await openEngine(new Date('2026-12-28T09:00:00+08:00'));
  await stage.engine.work(async (work) => {
    const { tx, community, at } = work;
    const [service] = community.profile.services.filter(({ meal }) => meal !== undefined);
    if (service === undefined) throw new Error('no meal');
    const person = await tx.person.create({
      data: { communityId: community.id, name: '甲', isFriend: true, seenAt: at },
    });
    const who = {
      personId: person.id,
      name: '甲',
      roomId: null,
      grid: null,
      relation: 'self',
      beneficiary: '',
    } as const;
    const days = { weekdays: [1, 2, 3, 4, 5], from: '2026-12-28', to: null };
    const done = await orderMeals(work, service, days, { ...who, consentAt: null, details: null });
    expect(done.ok && done.value.days).toContain('2027-01-04');
    const [first] = await extendAndTell(withHoliday(work, '2027-01-04'));
    expect(first).toMatchObject({ planned: [], full: [], closed: ['2027-01-04'] });
    const [second] = await extendAndTell(withHoliday(work, '2027-01-04'));
    expect(second).toMatchObject({ planned: [], full: [], closed: [] });
    const rows = await tx.outboxMessage.findMany({ where: { communityId: community.id } });
    expect(rows.map(({ text }) => text)).toEqual(['预约号1：1月4日（周一）放假或改了安排，助老送餐不送，对不住。']);
  });
});
