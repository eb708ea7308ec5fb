import type { Feature, TodoLine } from '../../engine/feature.ts';
import type { StaffMember } from '../../engine/identity/people.ts';
import type { Turn, Work } from '../../engine/work.ts';
import { dayOf } from '../../kernel/moment.ts';
import type { MonthSpan } from '../../kernel/month.ts';
import type { GroupText } from '../../kernel/text.ts';
import { officeWords } from '../../kernel/text.ts';
import { bookingCommands, whichBooking } from './commands/booking.ts';
import { calendarCommands } from './commands/calendar.ts';
import { sureToCancel } from './commands/cancelling.ts';
import { catalogueCommands } from './commands/catalogue.ts';
import { plainServices } from './commands/changes.ts';
import { detailsCommands, detailsQuestion, dietQuestion } from './commands/details.ts';
import { mealCommands, whichOrder } from './commands/meals.ts';
import { mealStaffCommands } from './commands/meal-staff.ts';
import { offerQuestion } from './commands/offers.ts';
import { paperCommands } from './commands/papers.ts';
import { ratedQuestion, ratingCommands, ratingQuestion } from './commands/rating.ts';
import { serviceStaffCommands } from './commands/staff.ts';
import { consent, howOld, whichDays, whichService, whichTurn } from './commands/steps.ts';
import { waitingCommands, whichDayToWait } from './commands/waiting.ts';
import { serviceDeadlines } from './deadlines.ts';
import { serviceJobs } from './jobs.ts';
import { ownOrders } from './service/meal-orders.ts';
import { bookingsToAttend, mealFigures, ownBookings, serviceFigures } from './service/read.ts';
import { mealTexts } from './texts/meals.ts';
import { bookingWords, texts } from './texts/say.ts';
import { figuresTexts, staffTexts, visitWords } from './texts/staff.ts';

export { forgetHomes } from './service/forget.ts';
export { allCalendars, type CalendarFile } from './service/calendars.ts';

/** Today's bookings for whoever attends to them. */
async function todo(work: Work, staff: StaffMember): Promise<readonly TodoLine[]> {
  const today = await bookingsToAttend(work, staff, dayOf(work.at, work.community.zone));
  return today.map((booking) => ({
    due: booking.startsAt,
    inPrivate: staffTexts.todo({ ...bookingWords(booking), ...visitWords(booking) }),
    inGroup: staffTexts.todoInRoom(bookingWords(booking)),
  }));
}

async function figures(work: Work, span: MonthSpan): Promise<readonly GroupText[]> {
  const month = officeWords(span.said);
  const meals = await mealFigures(work, span);
  const mealsText = meals === undefined || meals.missed === 0 ? mealTexts.figures : mealTexts.figuresMissed;
  return [
    ...figuresTexts(await serviceFigures(work, span), month),
    ...(meals === undefined ? [] : [mealsText({ month, ...meals })]),
  ];
}

/** How the speaker's own booking or meals are changed, the one that comes first. */
async function example(turn: Turn): Promise<GroupText | undefined> {
  const [booking] = (await ownBookings(turn)).shown.filter(({ state }) => state === 'booked');
  if (booking !== undefined) return texts.exampleOfChange({ no: booking.no });
  return (await ownOrders(turn)).length > 0 ? mealTexts.exampleOfPause() : undefined;
}

/** Services by appointment: the catalogue, bookings and their life. */
export const services: Feature = {
  id: 'services',
  commands: [
    ...bookingCommands,
    ...catalogueCommands,
    ...waitingCommands,
    ...detailsCommands,
    ...ratingCommands,
    ...mealCommands,
    ...mealStaffCommands,
    ...serviceStaffCommands,
    ...paperCommands,
    ...calendarCommands,
  ],
  questions: [
    whichService,
    whichTurn,
    whichDays,
    whichDayToWait,
    howOld,
    consent,
    whichBooking,
    sureToCancel,
    whichOrder,
    detailsQuestion,
    dietQuestion,
    ratingQuestion,
    ratedQuestion,
  ],
  standing: offerQuestion,
  jobs: serviceJobs,
  deadlines: [serviceDeadlines],
  freeWords: plainServices,
  example,
  todo,
  figures,
};
