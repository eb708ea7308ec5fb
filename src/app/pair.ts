import { randomBytes } from 'node:crypto';
import { createCommunitySource } from '../engine/community/community.ts';
import { findProfileVersion } from '../engine/community/store.ts';
import { issueCode, type PairingKind } from '../engine/identity/pairing.ts';
import { findRooms, findStaff } from '../engine/identity/store.ts';
import { createPoster } from '../engine/outbox/poster.ts';
import type { Database } from '../engine/tx.ts';
import { systemClock } from '../kernel/clock.ts';
import { keyedRandom } from '../kernel/random.ts';
import { print, withDatabase } from './console.ts';
import { StartRefused } from './data-dir.ts';
import { EXIT } from './lifecycle.ts';
import { texts } from './texts.ts';

interface Wanted {
  readonly kind: PairingKind;
  readonly name: string;
}

/** `NAME` for a member of the staff, `--room TOPIC` for a room. Undefined for anything else. */
function readWanted(args: readonly string[]): Wanted | undefined {
  const [first, second, ...more] = args;
  if (first === '--room') return second !== undefined && more.length === 0 ? { kind: 'room', name: second } : undefined;
  return first !== undefined && !first.startsWith('-') && second === undefined
    ? { kind: 'staff', name: first }
    : undefined;
}

/** Makes a one-time code. Throws StartRefused, with the names that there are, for one that is not among them. */
export async function makeCode(database: Database, { kind, name }: Wanted): Promise<string> {
  return database.transaction(async (tx) => {
    if ((await findProfileVersion(tx, database.community)) === undefined)
      throw new StartRefused(texts.noCommunity({ command: 'npm start' }));
    const community = await createCommunitySource(database.community).current(tx);
    const candidates =
      kind === 'staff'
        ? (await findStaff(tx, community.id)).map((member) => ({ id: member.id, name: member.name }))
        : (await findRooms(tx, community.id)).map((room) => ({ id: room.id, name: room.topic }));
    const found = candidates.find((candidate) => candidate.name === name);
    if (found === undefined) {
      const names = candidates.map((candidate) => candidate.name).join('、');
      throw new StartRefused(
        kind === 'staff' ? texts.unknownStaff({ name, names }) : texts.unknownRoom({ name, names }),
      );
    }
    const at = systemClock.now();
    const random = keyedRandom(randomBytes(32).toString('hex'));
    const post = createPoster({ tx, communityId: community.id, at, inboxId: null, onPost: () => undefined });
    return issueCode({ tx, at, community, random, post }, kind, found.id);
  });
}

/** `npm run pair -- NAME`, `npm run pair -- --room TOPIC`. Returns the exit status. */
export async function pair(args: readonly string[]): Promise<number> {
  const wanted = readWanted(args);
  if (wanted === undefined) throw new StartRefused(texts.pairUsage({ command: 'npm run pair --', room: '--room' }));
  const code = await withDatabase((database) => makeCode(database, wanted));
  const { name } = wanted;
  print(wanted.kind === 'staff' ? texts.staffCode({ name, code }) : texts.roomCode({ name, code }));
  return EXIT.done;
}
