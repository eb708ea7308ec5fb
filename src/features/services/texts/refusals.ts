import { type GroupText, officeWords } from '../../../kernel/text.ts';
import type { Booking, MoveRefusal } from '../rules/booking.ts';
import { bookingStateName, slotWords, texts } from './say.ts';

type ChangeRefusal = MoveRefusal | 'unknown' | 'not-yours' | 'changed-meanwhile';

/** Why a booking cannot be changed. */
export function refusalText(refusal: ChangeRefusal, no: number, booking?: Booking): GroupText {
  switch (refusal) {
    case 'unknown':
      return texts.unknown({ no });
    case 'not-yours':
      return texts.notYours({ no });
    case 'not-now':
      return texts.notNow({ no, state: booking === undefined ? officeWords('') : bookingStateName(booking.state) });
    case 'begun':
      return texts.begun({ no });
    case 'not-yet':
      return texts.notYet({ no, at: booking === undefined ? officeWords('') : slotWords(booking) });
    case 'changed-meanwhile':
      return texts.changedMeanwhile({ no });
  }
}
