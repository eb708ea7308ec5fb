import { forgetDialogues } from '../../engine/chat/dialogue-store.ts';
import { forget } from '../../engine/inbox/store.ts';
import { forgetTexts } from '../../engine/outbox/store.ts';
import type { Work } from '../../engine/work.ts';
import { DAY, later } from '../../kernel/clock.ts';
import { forgetHomes } from '../services/feature.ts';
import { forgetWords } from '../welfare/feature.ts';

/**
 * How long the words of a handled message are kept, the keys that make a second delivery harmless, and addresses, diets
 * and words about somebody's health after what they were told for has ended.
 */
const KEPT = { words: 30 * DAY, keys: 60 * DAY, homes: 90 * DAY } as const;

/** Forgets what is no longer needed. Cases are records of the office and stay. */
export async function forgetOldWords(work: Work): Promise<void> {
  const { tx, community, at } = work;
  await forget(tx, community.id, later(at, -KEPT.words), later(at, -KEPT.keys));
  await forgetTexts(tx, community.id, later(at, -KEPT.words));
  await forgetDialogues(tx, community.id, at);
  await forgetHomes(work, later(at, -KEPT.homes));
  await forgetWords(work, later(at, -KEPT.homes));
}
