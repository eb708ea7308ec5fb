import { type GroupText, groupText, officeWords } from '../../../kernel/text.ts';
import type { Booking, MoveRefusal } from '../rules/booking.ts';
import { bookingStateName, slotWords } from './say.ts';

type ChangeRefusal = MoveRefusal | 'too-late' | 'too-long' | 'unknown' | 'not-yours' | 'changed-meanwhile';

const texts = {
  unknown: groupText('没有您的预约号{no}。发“我的预约”看看。'),
  notYours: groupText('预约号{no}不归您办，请找社区办公室。'),
  notNow: groupText('预约号{no}现在是“{state}”，这一步做不了。'),
  tooLong: groupText('太长了，请写在100字以内：小区、楼、门牌、电话。'),
  tooLate: groupText('预约号{no}马上就到了，这里改不了，我已经告诉工作人员，他们会联系您。'),
  begun: groupText('预约号{no}已经到时间了，取消不了，请跟工作人员说一声。'),
  notYet: groupText('预约号{no}还没到时间，{at}才开始。'),
  changedMeanwhile: groupText('预约号{no}刚被别人改过，请再发一次。'),
} as const;

/** Why a booking cannot be changed. */
export function refusalText(refusal: ChangeRefusal, no: number, booking?: Booking): GroupText {
  switch (refusal) {
    case 'unknown':
      return texts.unknown({ no });
    case 'not-yours':
      return texts.notYours({ no });
    case 'not-now':
      return texts.notNow({ no, state: booking === undefined ? officeWords('') : bookingStateName(booking.state) });
    case 'too-long':
      return texts.tooLong();
    case 'too-late':
      return texts.tooLate({ no });
    case 'begun':
      return texts.begun({ no });
    case 'not-yet':
      return texts.notYet({ no, at: booking === undefined ? officeWords('') : slotWords(booking) });
    case 'changed-meanwhile':
      return texts.changedMeanwhile({ no });
  }
}
