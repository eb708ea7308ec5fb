import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import { DAY, later } from '../../../kernel/clock.ts';
import type { Booking } from '../rules/booking.ts';
import { findBookingsBetween } from '../store/bookings.ts';
import { calendarTexts } from '../texts/calendar.ts';
import { placeWords } from '../texts/say.ts';
import { visitWords } from '../texts/staff.ts';
import { type CalendarPlan, calendarFile } from './calendar-file.ts';
import { serviceNamed, servicesOf } from './openings.ts';
import { allStaff } from './tell.ts';
import { attends } from './workers.ts';

export interface CalendarFile {
  /** Without what cannot stand in a file's name. */
  readonly fileName: string;
  readonly content: string;
}

/** What was cancelled stays in the files for so long, so that every calendar hears of it. */
const PAST = 31 * DAY;
const AHEAD = 400 * DAY;

const fileNameOf = (name: string): string => `${name.replace(/[^\p{L}\p{N}-]/gu, '_')}.ics`;

function bookingsInReach({ tx, community, at }: Work): Promise<readonly Booking[]> {
  return findBookingsBetween(tx, community.id, later(at, -PAST), later(at, AHEAD));
}

function whereOf(work: Work, booking: Booking): string {
  const service = serviceNamed(work, booking.service);
  return service === undefined ? '' : placeWords(service, work.community.profile.office.address);
}

function planFor(work: Work, name: string, bookings: readonly Booking[], isPrivate: boolean): string {
  const plan: CalendarPlan = {
    name,
    communityId: work.community.id,
    bookings,
    summary: ({ no, service }) => calendarTexts.summary({ no, service }),
    description: (booking) => (isPrivate ? visitWords(booking).visit : ''),
    location: (booking) => whereOf(work, booking),
  };
  return calendarFile(plan);
}

/** The calendar of one member of the staff, for them alone: it says whom they visit and where. */
export async function calendarOf(work: Work, member: StaffMember): Promise<CalendarFile> {
  const own = (await bookingsInReach(work)).filter((booking) => attends(work, member, booking));
  return { fileName: fileNameOf(member.name), content: planFor(work, member.name, own, true) };
}

/** A calendar for each service, with numbers only, and one for each of the staff who has something to attend to. */
export async function allCalendars(work: Work): Promise<readonly CalendarFile[]> {
  const all = await bookingsInReach(work);
  const files: CalendarFile[] = [];
  for (const { name, meal } of servicesOf(work)) {
    if (meal !== undefined) continue;
    const own = all.filter(({ service }) => service === name);
    files.push({ fileName: fileNameOf(name), content: planFor(work, name, own, false) });
  }
  for (const member of await allStaff(work)) {
    const isBusy = all.some((booking) => attends(work, member, booking));
    if (isBusy) files.push(await calendarOf(work, member));
  }
  return files;
}
