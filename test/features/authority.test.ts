import { describe, expect, test } from 'vitest';
import { features } from '../../src/app/features.ts';
import type { Command } from '../../src/engine/chat/command.ts';
import { type Role, ROLES } from '../../src/engine/community/profile.ts';
import { STAFF_ROOM } from '../kit/bot-words.ts';
import { footprintOf } from '../kit/footprint.ts';
import { openStage, type Sent, type Stage } from '../kit/rehearsal.ts';

/** Made from the command objects: whoever adds a command adds a row. */
const commands = features.flatMap((feature) => feature.commands);
const staffCommands = commands.filter((command) => command.who !== 'anyone');

const MEMBERS: Readonly<Record<Role, string>> = {
  secretary: '周书记',
  clerk: '小何',
  'grid-worker': '小刘',
  'building-head': '老赵',
  'party-member': '老孙',
  mediator: '秦老师',
  'legal-adviser': '方律师',
  expert: '梁工',
};
const ROOM = '和美一号院邻里群';
const PLACES = ['private', ROOM, STAFF_ROOM] as const;
type Where = (typeof PLACES)[number];

/** Roles that may act on a case of grid 1 that nobody has given to them. */
const ACTS_ON_CASES: readonly Role[] = ['secretary', 'clerk', 'grid-worker'];
/** The booking is a visit in grid 1: whoever does another service has no say in it. */
const ON_ONE_BOOKING = ['services.arrived', 'services.missed', 'services.done'];
const touchesCases = (command: Command): boolean =>
  command.id.startsWith('cases.') || ON_ONE_BOOKING.includes(command.id);

const mayUse = (command: Command, role: Role, where: Where): boolean =>
  command.who !== 'anyone' &&
  command.who.includes(role) &&
  where !== ROOM &&
  (!touchesCases(command) || ACTS_ON_CASES.includes(role));

/** Commands that change something when they are allowed; the other ones only tell. */
const CHANGING = [
  'cases.claim',
  'cases.progress-note',
  'cases.resolve',
  'cases.assign',
  'assembly.move',
  'assembly.cancel',
  'study.add',
  'study.withdraw',
  'broadcasts.stop',
  'services.stop',
  'services.open',
  'services.arrived',
];

/** A community at work: one case, one booking, one topic, one material, the reminders planned, all staff paired. */
async function openOffice(): Promise<Stage> {
  const stage = await openStage({ start: '2026-11-08T08:50:00+08:00' });
  await stage.play(
    ...Object.values(MEMBERS).map((name) => `（配对 ${name}）`),
    `王阿姨@${ROOM}: 投诉 3号楼2单元电梯坏了`,
    `王阿姨@${ROOM}: 议题 大门口装个充电桩`,
    `王阿姨@${ROOM}: 预约 理发 11月10日 09:00`,
    `王阿姨@${ROOM}: 满了`,
    '小何: 学习 添加 冬季防火 | 出门拔插头',
    '（到 2026-11-08 10:00）',
  );
  return stage;
}

const typed = (text: string, from: string, where: Where, person: string): string =>
  JSON.stringify({ say: text, from, person, ...(where === 'private' ? {} : { in: where }) });

const textsOf = (sent: readonly Sent[]): readonly string[] => sent.map(({ text }) => text);
/** What a refusal may be: it names the staff, or sends the speaker to whoever may; or nothing is said at all. */
const REFUSAL = /工作人员|不归您办/;

describe('whoever may not: nothing changes, and a refusal that says 工作人员, or silence', () => {
  test.each(PLACES)('residents and namesakes, %s', { timeout: 180_000 }, async (where) => {
    const stage = await openOffice();
    const footprint = await footprintOf(stage);
    const before = await footprint();
    const names = ['李姐', ...Object.values(MEMBERS)];
    let stranger = 0;
    for (const command of staffCommands) {
      for (const name of names) {
        stranger += 1;
        const said = textsOf(await stage.play(typed(command.example, name, where, `stranger-${stranger}`)));
        expect([command.id, name, said.filter((text) => !text.includes('工作人员'))]).toEqual([command.id, name, []]);
        expect(said.length).toBeLessThanOrEqual(1);
        if (where !== ROOM) expect([command.id, said.length]).toEqual([command.id, 1]);
        if ((await footprint()) !== before)
          throw new Error(`${command.id} by somebody called ${name} changed something`);
      }
    }
    expect(stranger).toBe(staffCommands.length * 9);
  });

  test.each(PLACES)('paired staff without the right, %s', { timeout: 180_000 }, async (where) => {
    const stage = await openOffice();
    const footprint = await footprintOf(stage);
    const before = await footprint();
    let tried = 0;
    for (const role of ROLES) {
      for (const command of staffCommands) {
        if (mayUse(command, role, where)) continue;
        tried += 1;
        const name = MEMBERS[role];
        const said = textsOf(await stage.play(typed(command.example, name, where, name)));
        expect([command.id, name, said.filter((text) => !REFUSAL.test(text))]).toEqual([command.id, name, []]);
        if ((await footprint()) !== before) throw new Error(`${command.id} by ${name} changed something`);
      }
    }
    expect(tried).toBeGreaterThan(10);
  });

  test('a paired member whose name somebody else takes keeps the right; the other one gets none', async () => {
    const stage = await openOffice();
    const footprint = await footprintOf(stage);
    const before = await footprint();
    await stage.play(
      typed('认领 101', '小刘', 'private', 'impostor'),
      typed('绑定 00000000', '小刘', 'private', 'impostor'),
    );
    expect(await footprint()).toBe(before);
    await stage.play(typed('认领 101', '改了名的小刘', 'private', '小刘'));
    expect(await stage.sql('select claimed from cases')).toEqual([{ claimed: 1 }]);
  });
});

describe('whoever may', () => {
  const rows = staffCommands.flatMap((command) => {
    const roles = ROLES.filter((role) => mayUse(command, role, 'private'));
    const [first, ...others] = roles;
    const last = others.at(-1);
    return [
      ...(first === undefined ? [] : [[command.id, first, 'private'] as const]),
      ...(last === undefined ? [] : [[command.id, last, STAFF_ROOM] as const]),
    ];
  });

  test.each(rows)('%s by %s, %s', async (id, role, where) => {
    const command = staffCommands.find((one) => one.id === id);
    if (command === undefined) throw new Error(id);
    const stage = await openOffice();
    // Nobody has come before the day of the appointment.
    if (ON_ONE_BOOKING.includes(id)) await stage.play('（到 2026-11-10 08:50）');
    const footprint = await footprintOf(stage);
    const before = await footprint();
    const name = MEMBERS[role];
    const said = textsOf(await stage.play(typed(command.example, name, where, name)));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => /工作人员是|是工作人员用的|岗位不能用/.test(text))).toEqual([]);
    expect([id, (await footprint()) !== before]).toEqual([id, CHANGING.includes(id)]);
  });

  test('every staff command has somebody who may use it, and the list of those that change is of today', () => {
    expect(
      staffCommands.filter((command) => !ROLES.some((role) => mayUse(command, role, 'private'))).map(({ id }) => id),
    ).toEqual([]);
    expect(CHANGING.filter((id) => !staffCommands.some((command) => command.id === id))).toEqual([]);
  });
});

describe('somebody else’s booking', () => {
  const BOOKINGS = ['bookings', 'booking_events', 'service_seats', 'service_quotas', 'beneficiaries'];
  const own = commands.filter(
    (command) => command.id.startsWith('services.') && command.who === 'anyone' && / 1\b/.test(command.example),
  );

  test.each(PLACES)('no resident’s command touches it, %s', async (where) => {
    const stage = await openOffice();
    const footprint = await footprintOf(stage, BOOKINGS);
    const before = await footprint();
    let stranger = 0;
    for (const name of ['李姐', '王阿姨', '小刘']) {
      for (const command of own) {
        stranger += 1;
        const said = textsOf(await stage.play(typed(command.example, name, where, `stranger-${stranger}`)));
        expect([command.id, name, (await footprint()) === before]).toEqual([command.id, name, true]);
        expect(said.filter((text) => text.includes('理发') || text.includes('11月10日'))).toEqual([]);
      }
    }
    expect(own.length).toBeGreaterThanOrEqual(4);
  });
});

describe('somebody else’s case', () => {
  const CASES = ['cases', 'case_events', 'case_ratings', 'case_attachments'];
  const own = commands.filter((command) => command.who === 'anyone' && /\b101\b/.test(command.example));

  test.each(PLACES)('no resident’s command touches it, %s', async (where) => {
    const stage = await openOffice();
    await stage.play('小刘: 办结 101 修好了');
    const footprint = await footprintOf(stage, CASES);
    const before = await footprint();
    let stranger = 0;
    // A namesake too: the reporter is known in this session, so a name proves nothing.
    for (const name of ['李姐', '王阿姨', '小刘']) {
      for (const command of own) {
        stranger += 1;
        await stage.play(typed(command.example, name, where, `stranger-${stranger}`));
        expect([command.id, name, (await footprint()) === before]).toEqual([command.id, name, true]);
      }
    }
    expect(own.length).toBeGreaterThanOrEqual(6);
  });
});
