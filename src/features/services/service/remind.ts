import type { Work } from '../../../engine/work.ts';
import { earliest } from '../../../kernel/clock.ts';
import { momentAt } from '../../../kernel/moment.ts';
import { type GroupText, lines } from '../../../kernel/text.ts';
import type { Booking } from '../rules/booking.ts';
import { nextReminder, type Reminder, takeReminders } from '../store/bookings.ts';
import { nextHoldEnd } from '../store/seats.ts';
import { nextOfferEnd } from '../store/waiting.ts';
import { bookingWords, comingWords } from '../texts/say.ts';
import { staffTexts } from '../texts/staff.ts';
import { serviceNamed } from './openings.ts';
import { tellPerson } from './tell.ts';

/** The earliest moment at which a reminder, an offer or a hold is due. */
export async function nextDeadline({ tx, community }: Work): Promise<Date | undefined> {
  const ends = earliest(await nextOfferEnd(tx, community.id), await nextHoldEnd(tx, community.id));
  return earliest(await nextReminder(tx, community.id), ends);
}

/**
 * Reminds whoever has an appointment tomorrow or in two hours. A reminder of the eve that comes only on the day itself is
 * left to the other one, and is said for today where there is none.
 */
export async function remindBooked(work: Work): Promise<void> {
  for (const reminder of ['eve', 'soon'] as const) {
    for (const booking of await takeReminders(work.tx, work.community.id, reminder, work.at)) {
      if (work.at >= booking.startsAt) continue;
      const isEve = work.at < dayBegins(work, booking);
      if (reminder === 'soon' || isEve) await remind(work, booking, reminder);
      else if (booking.soonDue === null) await remind(work, booking, 'soon');
    }
  }
}

const dayBegins = ({ community }: Work, { day }: Booking): Date => momentAt(day, 0, community.zone);

async function remind(work: Work, booking: Booking, reminder: Reminder): Promise<void> {
  const service = serviceNamed(work, booking.service);
  const { office } = work.community.profile;
  const more = service === undefined ? [] : comingWords(service, office.address);
  const slots = bookingWords(booking);
  const isEve = reminder === 'eve';
  const said = lines<GroupText>(
    isEve ? staffTexts.remindEve(slots) : staffTexts.remindSoon(slots),
    ...more,
    isEve ? staffTexts.remindCancel({ no: booking.no }) : undefined,
  );
  await tellPerson(
    work,
    booking,
    { inPrivate: said, inGroup: said },
    {
      lane: 'reminder',
      // What says 明天 must not be read on the day itself.
      expiresAt: isEve ? dayBegins(work, booking) : booking.startsAt,
      onceKey: `booking:${booking.no}:${booking.sequence}:${reminder}`,
    },
  );
}
