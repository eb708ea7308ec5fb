import { createWechatChannel, hasCard } from '../adapters/wechaty/channel.ts';
import { systemClock } from '../kernel/clock.ts';
import { print, readSettings } from './console.ts';
import { ensureDataDir, StartRefused } from './data-dir.ts';
import { lockDataDir } from '../adapters/db/lock.ts';
import { EXIT } from './lifecycle.ts';
import { createLog } from './log.ts';
import { texts } from './texts.ts';

/** `npm run logout`: signs the account off WeChat and removes the card. Returns the exit status. */
export async function logOut(): Promise<number> {
  const config = readSettings();
  ensureDataDir(config.DATA_DIR);
  const lock = lockDataDir(config.DATA_DIR);
  if (!lock.ok) throw new StartRefused(texts.stopFirst({ keys: 'Ctrl-C' }));
  try {
    if (!hasCard(config.DATA_DIR)) {
      print(texts.notLoggedIn());
      return EXIT.done;
    }
    const channel = createWechatChannel({
      folder: config.DATA_DIR,
      puppet: config.WECHATY_PUPPET,
      clock: systemClock,
      log: createLog(config.LOG_LEVEL),
    });
    const isTold = await channel.logOut();
    print(isTold ? texts.loggedOut() : texts.cardRemoved());
    return EXIT.done;
  } finally {
    lock.value.release();
  }
}
