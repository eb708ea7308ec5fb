import { Cron } from 'croner';
import { z } from 'zod';
import type { Category } from '../../kernel/category.ts';
import {
  clock,
  count,
  hours,
  oneOf,
  readAs,
  readClock,
  readDayOfMonth,
  some,
  strict,
  words,
} from './profile-fields.ts';
import { mistakes } from './texts.ts';
import {
  DAY_AND_TIME,
  EVE,
  HOURS,
  OTHER_SUNDAY,
  PERCENT,
  SAME_DAY,
  STRANDS,
  WEEKDAY,
  WEEKDAYS,
  WEEKLY_PUSH,
} from './vocabulary.ts';

/** What a room is for. Exactly one is `staff`. */
export const ROOM_KINDS = ['residents', 'merchants', 'party', 'staff'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** What a member of the staff is. */
export const ROLES = [
  'secretary',
  'clerk',
  'grid-worker',
  'building-head',
  'party-member',
  'mediator',
  'legal-adviser',
  'expert',
] as const;
export type Role = (typeof ROLES)[number];

export const office = strict({ address: words, hotline: words, hours });
export const population = strict({ households: count, people: count, shops: count });
export const zone = strict({ id: words, kind: words, compounds: z.array(words).min(1) });
export const compound = strict({
  name: words,
  kind: words,
  buildings: some,
  units: some,
  floors: some,
  rooms: some,
  aliases: z.array(words).default([]),
});
export const grid = strict({ no: some, covers: z.array(words).min(1), worker: words });
export const room = strict({
  topic: words,
  kind: oneOf(ROOM_KINDS),
  grid: some.optional(),
  compound: words.optional(),
});
export const member = strict({
  name: words,
  role: oneOf(ROLES),
  grid: some.optional(),
  of: words.optional(),
  field: words.optional(),
});

function readContact(typed: string): number | undefined {
  const asked = Number(HOURS.exec(typed)?.groups?.['hours']);
  return asked >= 1 ? asked : undefined;
}

function readId(typed: string): string | undefined {
  return /^[a-z][a-z0-9-]*$/.test(typed) ? typed : undefined;
}

/** Where first contact is promised by the wall's clock, and where a repair has to know the building, if nothing is said. */
const WALL_CLOCK = new Set(['lift', 'utilities', 'safety']);
const ASKS_BUILDING = new Set(['lift', 'utilities', 'noise', 'building']);

export const category = strict({
  id: readAs(readId, mistakes.badId),
  name: words,
  contact: readAs(readContact, mistakes.badContact),
  clock: oneOf(['wall', 'office']).optional(),
  resolve: z.int().min(1).max(60),
  words: z.array(words).default([]),
  urgentWords: z.array(words).default([]),
  dispute: z.boolean().default(false),
  askBuilding: z.boolean().optional(),
}).transform(
  ({ contact, clock: hands, resolve, dispute, askBuilding, ...rest }): Category => ({
    ...rest,
    contactHours: contact,
    contactClock: hands ?? (WALL_CLOCK.has(rest.id) ? 'wall' : 'office'),
    resolveDays: resolve,
    isDispute: dispute,
    asksBuilding: askBuilding ?? ASKS_BUILDING.has(rest.id),
  }),
);

function readDayAndTime(typed: string): { readonly day: number; readonly minutes: number } | undefined {
  const { day = '', time = '' } = DAY_AND_TIME.exec(typed)?.groups ?? {};
  const date = readDayOfMonth(day);
  const minutes = readClock(time);
  return date === undefined || minutes === undefined ? undefined : { day: date, minutes };
}

type Reminder = { readonly eve?: number; readonly sameDay?: number };

function readReminder(typed: string): Reminder | undefined {
  const eve = readClock(EVE.exec(typed)?.groups?.['time'] ?? '');
  const sameDay = readClock(SAME_DAY.exec(typed)?.groups?.['time'] ?? '');
  if (eve !== undefined) return { eve };
  return sameDay === undefined ? undefined : { sameDay };
}

const reminders = z.array(readAs(readReminder, mistakes.badRemind)).transform((said, context) => {
  const { eve, sameDay } = said.reduce<Reminder>((all, one) => ({ ...all, ...one }), {});
  if (eve === undefined) context.addIssue({ code: 'custom', message: mistakes.badEve(), input: said });
  if (sameDay === undefined) context.addIssue({ code: 'custom', message: mistakes.badSameDay(), input: said });
  return eve === undefined || sameDay === undefined ? z.NEVER : { eve, sameDay };
});

const dayOfMonth = z.union([z.int().transform(String), z.string()]).pipe(readAs(readDayOfMonth, mistakes.badDay));

export const assembly = strict({
  day: dayOfMonth,
  at: clock,
  place: words,
  host: words,
  remind: reminders,
  preview: readAs(readDayAndTime, mistakes.badDayAndTime),
  topicsFrom: dayOfMonth,
}).transform(({ remind, preview, ...rest }) => ({
  ...rest,
  ...remind,
  previewDay: preview.day,
  preview: preview.minutes,
}));

/** Five cron fields from `周一 周三 周五 10:00`; five fields written as such are checked and kept. */
function readPush(typed: string): string | undefined {
  const { days, hour, minute } = WEEKLY_PUSH.exec(typed)?.groups ?? {};
  if (days === undefined) return isCron(typed) ? typed.split(/\s+/).join(' ') : undefined;
  if (readClock(`${hour ?? ''}:${minute ?? ''}`) === undefined) return undefined;
  const weekdays = Array.from(days.matchAll(WEEKDAY), ([, day = '']) =>
    day === OTHER_SUNDAY ? 0 : WEEKDAYS.indexOf(day),
  );
  return `${Number(minute)} ${Number(hour)} * * ${[...new Set(weekdays)].toSorted((a, b) => a - b).join(',')}`;
}

function isCron(typed: string): boolean {
  if (typed.trim().split(/\s+/).length !== 5) return false;
  try {
    return new Cron(typed, { paused: true }).nextRun(new Date(0)) !== null;
  } catch {
    return false;
  }
}

export const study = strict({ push: readAs(readPush, mistakes.badPush), rooms: z.array(words).min(1) }).transform(
  ({ push, rooms }) => ({ cron: push, rooms }),
);

function readPercent(typed: string): number | undefined {
  const percent = Number(PERCENT.exec(typed)?.groups?.['percent']);
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

export const obligation = strict({
  name: words,
  strand: oneOf(STRANDS),
  per: oneOf(['month', 'quarter', 'year']),
  times: some,
  owner: words,
  hoursPerYear: some.optional(),
  report: z.boolean().optional(),
  day: z.int().min(1).max(28).optional(),
  /** Percent. */
  target: readAs(readPercent, mistakes.badPercent).optional(),
});
