import { forgetDialogues } from '../../engine/chat/dialogue-store.ts';
import { forget } from '../../engine/inbox/store.ts';
import { forgetTexts } from '../../engine/outbox/store.ts';
import type { Work } from '../../engine/work.ts';
import { DAY, later } from '../../kernel/clock.ts';

/** How long the words of a handled message are kept, and the keys that make a second delivery harmless. */
const KEPT = { words: 30 * DAY, keys: 60 * DAY } as const;

/** Forgets what is no longer needed. Cases are records of the office and stay. */
export async function forgetOldMessages({ tx, community, at }: Work): Promise<void> {
  await forget(tx, community.id, later(at, -KEPT.words), later(at, -KEPT.keys));
  await forgetTexts(tx, community.id, later(at, -KEPT.words));
  await forgetDialogues(tx, community.id, at);
}
