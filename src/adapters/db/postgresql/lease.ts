import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { withClient } from './client.ts';

/** Advisory locks of a community, beside 72707369 of the migrations: the first number says of what kind, the second whose. */
const BOT = 72707370;
const WRITER = 72707371;

/** How long the connection of a process that has just been killed may take to be noticed, in milliseconds. */
const LAST_BREATH = 3_000;

/** What another role calls its sessions is not shown. */
const UNNAMED = '?';

/** Another process is that community's bot. */
export class LeaseHeld extends Error {
  override readonly name = 'LeaseHeld';
  /** What the holder calls itself: machine and process. */
  readonly holder: string;

  constructor(holder: string) {
    super(`held by ${holder}`);
    this.holder = holder;
  }
}

/** The second number of a community's locks. Two communities with the same number would only wait for each other. */
function numberOf(community: string): number {
  return createHash('sha256').update(community).digest().readInt32BE(0);
}

/** The statement that begins a community's transaction after BEGIN: it waits until no other one of it is open. */
export function writerLock(community: string): string {
  return `SELECT pg_advisory_xact_lock(${WRITER}, ${numberOf(community)})`;
}

/** Makes the owner of this connection the community's bot, until the connection ends. Throws LeaseHeld. */
export async function takeLease(client: ClientBase, community: string): Promise<void> {
  await client.query(`SET lock_timeout = ${LAST_BREATH}`);
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', [BOT, numberOf(community)]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '55P03')
      throw new LeaseHeld((await findHolder(client, community)) ?? UNNAMED);
    throw error;
  }
  await client.query('RESET lock_timeout');
}

/** Who is the community's bot at the moment: machine and process. */
export async function holderOf(address: string, community: string): Promise<string | undefined> {
  return withClient(address, (client) => findHolder(client, community));
}

async function findHolder(client: ClientBase, community: string): Promise<string | undefined> {
  // The catalogue shows the two numbers without their signs.
  const { rows } = await client.query<{ name: string | null }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND classid = $1 AND objid = $2 AND objsubid = 2 AND granted`,
    [BOT, numberOf(community) >>> 0],
  );
  const [holder] = rows;
  return holder === undefined ? undefined : (holder.name ?? UNNAMED).replace(/^liuxin /u, '');
}
