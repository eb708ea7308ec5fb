import type { Work } from '../../../engine/work.ts';
import { forgetChecks } from '../store.ts';

/** The events that carry what somebody wrote about a person. */
const WORDS = ['word', 'well', 'unwell'] as const;

/** Forgets addresses and words of checks that ended before a moment. That there was a check stays known. */
export async function forgetWords({ tx, community }: Work, before: Date): Promise<void> {
  await forgetChecks(tx, community.id, before, WORDS);
}
