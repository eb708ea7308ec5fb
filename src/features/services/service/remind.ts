import type { Work } from '../../../engine/work.ts';
import { earliest } from '../../../kernel/clock.ts';
import { sayTime } from '../../../kernel/moment.ts';
import { officeWords } from '../../../kernel/text.ts';
import type { Booking } from '../rules/booking.ts';
import { nextReminder, type Reminder, takeReminders } from '../store/bookings.ts';
import { nextHoldEnd } from '../store/seats.ts';
import { nextOfferEnd } from '../store/waiting.ts';
import { staffTexts } from '../texts/staff.ts';
import { tellPerson } from './tell.ts';

/** The earliest moment at which a reminder, an offer or a hold is due. */
export async function nextDeadline({ tx, community }: Work): Promise<Date | undefined> {
  const ends = earliest(await nextOfferEnd(tx, community.id), await nextHoldEnd(tx, community.id));
  return earliest(await nextReminder(tx, community.id), ends);
}

/** Reminds whoever has an appointment tomorrow or in two hours. A reminder that came too late says nothing. */
export async function remindBooked(work: Work): Promise<void> {
  for (const reminder of ['eve', 'soon'] as const) {
    for (const booking of await takeReminders(work.tx, work.community.id, reminder, work.at)) {
      if (work.at < booking.startsAt) await remind(work, booking, reminder);
    }
  }
}

async function remind(work: Work, booking: Booking, reminder: Reminder): Promise<void> {
  const slots = {
    no: booking.no,
    service: officeWords(booking.service),
    at: officeWords(sayTime(booking.start)),
  };
  const said = reminder === 'eve' ? staffTexts.remindEve(slots) : staffTexts.remindSoon(slots);
  await tellPerson(
    work,
    booking,
    { inPrivate: said, inGroup: said },
    {
      lane: 'reminder',
      expiresAt: booking.startsAt,
      onceKey: `booking:${booking.no}:${booking.sequence}:${reminder}`,
    },
  );
}
