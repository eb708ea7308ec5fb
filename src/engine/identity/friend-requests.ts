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

const ACTIONS = { wrongCode: 'wrong-code-in-greeting', accepted: 'accept-friend' } as const;

/**
 * Accepts somebody who names a case that is open or a pairing code, as many a day as WeChat puts up with. Accepting is an
 * answer of yes or no to a guess, so wrong codes come to an end too; case numbers are no secret.
 */
export async function answerFriendRequest(
  engine: Engine,
  features: readonly Feature[],
  request: FriendRequest,
): Promise<void> {
  const outcome = await engine.work((work) => judge(work, features, cleanWords(request.greeting)));
  const isAccepted = outcome === 'welcome' && (await request.accept());
  engine.log.info({ outcome, accepted: isAccepted }, 'friend-request');
}

type Outcome = 'welcome' | 'names-nothing' | 'enough-accepted' | 'enough-wrong-codes';

async function judge(work: Work, features: readonly Feature[], greeting: string): Promise<Outcome> {
  const today = momentAt(dayOf(work.at, work.community.zone), 0, work.community.zone);
  const note = (action: string) => audit(work, { actor: 'friend-request', action, subject: 'friend-request' });
  if ((await countAudited(work, ACTIONS.accepted, today)) >= FRIEND_REQUESTS.accepted) return 'enough-accepted';
  if (await namesOpenMatter(work, features, greeting)) {
    await note(ACTIONS.accepted);
    return 'welcome';
  }
  const code = CODE.exec(fold(greeting))?.[0];
  if (code === undefined) return 'names-nothing';
  if ((await countAudited(work, ACTIONS.wrongCode, today)) >= FRIEND_REQUESTS.wrongCodes) return 'enough-wrong-codes';
  const isOpen = await isOpenCode(work, code);
  await note(isOpen ? ACTIONS.accepted : ACTIONS.wrongCode);
  return isOpen ? 'welcome' : 'names-nothing';
}

async function namesOpenMatter(work: Work, features: readonly Feature[], greeting: string): Promise<boolean> {
  for (const feature of features) if ((await feature.knowsGreeting?.(work, greeting)) === true) return true;
  return false;
}
