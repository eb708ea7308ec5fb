import type { Work } from '../../../engine/work.ts';
import { dayOf } from '../../../kernel/moment.ts';
import { forgetBeneficiaries } from '../store/beneficiaries.ts';
import { forgetBookingDetails } from '../store/bookings.ts';
import { forgetMealDetails } from '../store/meals.ts';

/** Forgets addresses, telephones and diets of what ended before a moment, and where nothing is left to go to. */
export async function forgetHomes({ tx, community }: Work, before: Date): Promise<void> {
  await forgetBookingDetails(tx, community.id, before);
  await forgetMealDetails(tx, community.id, before, dayOf(before, community.zone));
  await forgetBeneficiaries(tx, community.id, before);
}
