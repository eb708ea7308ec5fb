import { isSessionGone, reasonOf, returnCodeOf } from '../../codes.ts';
import type { Life } from '../../life.ts';
import { pause } from '../../timing.ts';
import type { Client, Inside } from '../inside.ts';
import type { Mend } from './mend.ts';

/** What `login` answers for a code that nobody has scanned in time. */
const CODE_TOO_OLD = 400;
/** After so many refusals in a row the keys of the session are asked for anew. */
const REFUSALS = 3;

/** Gets in, with the card or with a code to scan, however long the network is away. */
async function connect(client: Client, life: Life): Promise<void> {
  while (!life.isOver()) {
    try {
      if (client.PROP.uin === '') await client._login();
      await client._init();
      life.answered();
      return;
    } catch (error) {
      if (isSessionGone(error)) {
        life.end('logged-out');
        return;
      }
      if (returnCodeOf(error) === CODE_TOO_OLD) life.answered();
      await life.failed(reasonOf(error));
    }
  }
}

/** Whether the session is really gone: WeChat is asked for its keys, and gives them or not. */
async function isGone(client: Client): Promise<boolean> {
  try {
    await client.init();
    return false;
  } catch (error) {
    return isSessionGone(error);
  }
}

/**
 * Fetches what there is; after an outage without asking first whether there is something, for WeChat takes 25 seconds to
 * say no. A fault in what was fetched is no fault of the connection.
 */
async function syncOnce(client: Client, life: Life, isAfterOutage: boolean): Promise<void> {
  if (!isAfterOutage && Number(await client.syncCheck()) === 0) return;
  const data = await client.sync();
  life.answered();
  const isEmpty = (data.AddMsgCount ?? 0) === 0 && (data.ModContactCount ?? 0) === 0;
  // WeChat may go on saying that there is something where there is nothing.
  if (isEmpty) await pause(life.timing.retry.from, life.signal);
  try {
    client.handleSync(data);
  } catch (error) {
    life.log.error({ reason: reasonOf(error) }, 'wechat-sync-broken');
  }
}

/** Listens until the session is gone, with the same keys after an outage of any length. */
async function listen(client: Client, life: Life): Promise<void> {
  let refusals = 0;
  let isAfterOutage = false;
  while (!life.isOver()) {
    try {
      await syncOnce(client, life, isAfterOutage);
      refusals = 0;
      isAfterOutage = false;
      life.answered();
    } catch (error) {
      if (life.isOver()) return;
      refusals = returnCodeOf(error) === undefined ? 0 : refusals + 1;
      const isDoubtful = isSessionGone(error) || refusals >= REFUSALS;
      if (isDoubtful && (await isGone(client))) {
        life.end('logged-out');
        return;
      }
      isAfterOutage = true;
      await life.failed(reasonOf(error));
    }
  }
}

async function tellPhone(client: Client, life: Life): Promise<void> {
  while (!life.isOver()) {
    await pause(life.timing.presence, life.signal);
    if (!life.isOver()) await client.notifyMobile().catch(() => undefined);
  }
}

/** Ends a life in which nothing happens any more, whatever the client says of its own state. */
async function watch(life: Life): Promise<void> {
  const { clock, signal, timing } = life;
  while (!life.isOver()) {
    await pause(timing.watch, signal);
    if (clock.now().getTime() - life.lastSign().getTime() > timing.stale) life.end('stale');
  }
}

function giveUpWith(client: Client, inside: Inside, life: Life): void {
  const request = client.request.bind(client);
  client.request = (options) => request({ ...options, signal: life.signal });
  life.signal.addEventListener('abort', () => {
    clearTimeout(inside._heartBeatTimer);
    clearInterval(inside.getContactInterval);
  });
}

/**
 * An outage of 20 seconds leaves the client deaf for up to five minutes more; after 75 it logs itself out, throws the
 * card away and asks for a new code 470 times a second; some end in a state that says "login" and never asks again.
 * Its own loops are replaced: the same keys are tried again for hours, ever more slowly, and only WeChat's own word that
 * the session is gone ends it. What counts as alive is the last answer or try, not the heartbeat.
 */
export const connection: Mend = {
  client(client, inside, life) {
    const run = (work: Promise<void>): void => {
      work.catch((error: unknown) => {
        life.log.error({ reason: reasonOf(error) }, 'wechat-connection-broken');
        life.end('broken');
      });
    };
    giveUpWith(client, inside, life);
    client.start = client.restart = async () => run(connect(client, life));
    client.syncPolling = () => run(Promise.all([listen(client, life), watch(life)]).then(() => undefined));
    client.checkPolling = () => run(tellPhone(client, life));
  },
};
