import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { later, MINUTE } from '../../../kernel/clock.ts';
import type { Booking } from '../rules/booking.ts';

/** One calendar: a service's, or that of somebody who does services. */
export interface CalendarPlan {
  readonly name: string;
  readonly communityId: number;
  readonly bookings: readonly Booking[];
  /** The title of an event, and what else is told of it. */
  summary(booking: Booking): string;
  description(booking: Booking): string;
  readonly location: (booking: Booking) => string;
}

/** The same for as long as the booking lives, whoever's calendar it is in. */
export function uidOf(communityId: number, no: number): string {
  return `booking-${communityId}-${no}@liuxin`;
}

/**
 * An iCalendar file (RFC 5545). A booking keeps its UID; each change raises its SEQUENCE, and one that was cancelled
 * stays in the file as such, so that a calendar that has it takes it away. The same bookings give the same bytes.
 */
export function calendarFile(plan: CalendarPlan): string {
  const calendar = ical({ name: plan.name, method: ICalCalendarMethod.PUBLISH });
  for (const booking of plan.bookings) {
    calendar.createEvent({
      id: uidOf(plan.communityId, booking.no),
      sequence: booking.sequence,
      stamp: booking.changedAt,
      created: booking.bookedAt,
      lastModified: booking.changedAt,
      start: booking.startsAt,
      end: later(booking.startsAt, booking.minutes * MINUTE),
      summary: plan.summary(booking),
      description: plan.description(booking),
      location: plan.location(booking),
      status: booking.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
