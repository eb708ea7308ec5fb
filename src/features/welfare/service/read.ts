import type { StaffMember } from '../../../engine/identity/people.ts';
import type { Work } from '../../../engine/work.ts';
import type { MonthSpan } from '../../../kernel/month.ts';
import { isInCharge, type WelfareCheck } from '../rules/check.ts';
import { countChecks, findOpenChecks } from '../store.ts';

/** The checks that are open, for whoever has to see to them. */
export async function openChecksFor(work: Work, member: StaffMember): Promise<readonly WelfareCheck[]> {
  const open = await findOpenChecks(work.tx, work.community.id);
  return open.filter((check) => isInCharge(member, check));
}

/** Those of the numbers about which somebody is still looked for. */
export async function stillLookedFor(work: Work, nos: readonly number[]): Promise<readonly number[]> {
  const open = new Set((await findOpenChecks(work.tx, work.community.id)).map(({ subjectNo }) => subjectNo));
  return nos.filter((no) => open.has(no));
}

/** The figures of a month; what is open is counted now. */
export function monthChecks({ tx, community }: Work, span: MonthSpan) {
  return countChecks(tx, community.id, span);
}
