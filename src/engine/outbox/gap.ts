import { HOUR, later, MINUTE } from '../../kernel/clock.ts';
import { dayOf, minutesOf, sayMoment, sayTime } from '../../kernel/moment.ts';
import { officeWords } from '../../kernel/text.ts';
import type { Engine } from '../engine.ts';
import { findOutsideIds } from '../identity/store.ts';
import { texts } from './texts.ts';

/** An outage that is shorter is nobody's concern: what was said in it comes late, and that is all. */
const WORTH_TELLING = 3 * MINUTE;

/** Tells each bound room between when and when nothing was heard, so that whoever got no number says it again. */
export async function tellGap(engine: Engine, since: Date): Promise<void> {
  await engine.work(async (work) => {
    const { at, community } = work;
    const { zone } = community;
    if (at.getTime() - since.getTime() < WORTH_TELLING) return;
    const isSameDay = dayOf(since, zone) === dayOf(at, zone);
    const text = texts.gap({
      from: officeWords(sayMoment(since, zone)),
      to: officeWords(isSameDay ? sayTime(minutesOf(at, zone)) : sayMoment(at, zone)),
    });
    const { rooms } = await findOutsideIds(work.tx, community.id, engine.sessionId());
    for (const roomId of rooms.keys()) {
      await work.post.toRoom(roomId, text, {
        lane: 'broadcast',
        keepsHours: true,
        expiresAt: later(at, 12 * HOUR),
        onceKey: `gap:${since.toISOString()}:${roomId}`,
      });
    }
  });
}
