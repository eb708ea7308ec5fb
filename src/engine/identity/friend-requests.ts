import { dayOf, momentAt } from '../../kernel/moment.ts';
import { cleanWords, fold } from '../../kernel/words.ts';
import { audit, countAudited } from '../audit/store.ts';
import type { FriendRequest } from '../channel.ts';
import type { Engine } from '../engine.ts';
import type { Feature } from '../feature.ts';
import type { Work } from '../work.ts';
import { isOpenCode } from './pairing.ts';
import { FRIEND_REQUESTS, PAIRING } from './rules.ts';

const CODE = new RegExp(`(?<!\\d)\\d{${PAIRING.digits}}(?!\\d)`, 'u');

const ACTIONS = { looked: 'look-at-friend-request', accepted: 'accept-friend' } as const;

/**
 * Accepts somebody who names a case that is open or a pairing code, as many a day as WeChat puts up with. A greeting is
 * an answer of yes or no to a guess, so the number of those that are looked at has an end too.
 */
export async function answerFriendRequest(
  engine: Engine,
  features: readonly Feature[],
  request: FriendRequest,
): Promise<void> {
  const isWelcome = await engine.work(async (work) => {
    const today = momentAt(dayOf(work.at, work.community.zone), 0, work.community.zone);
    if ((await countAudited(work, ACTIONS.looked, today)) >= FRIEND_REQUESTS.lookedAt) return false;
    if ((await countAudited(work, ACTIONS.accepted, today)) >= FRIEND_REQUESTS.accepted) return false;
    const isKnown = await knows(work, features, cleanWords(request.greeting));
    const action = isKnown ? ACTIONS.accepted : ACTIONS.looked;
    await audit(work, { actor: 'friend-request', action, subject: 'friend-request' });
    return isKnown;
  });
  if (!isWelcome) return;
  const isAccepted = await request.accept();
  engine.log.info({ accepted: isAccepted }, 'friend-request');
}

async function knows(work: Work, features: readonly Feature[], greeting: string): Promise<boolean> {
  const code = CODE.exec(fold(greeting))?.[0];
  if (code !== undefined && (await isOpenCode(work, code))) return true;
  for (const feature of features) if ((await feature.knowsGreeting?.(work, greeting)) === true) return true;
  return false;
}
