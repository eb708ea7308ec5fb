import { existsSync, rmSync } from 'node:fs';
import { lockDataDir } from '../adapters/db/lock.ts';
import { cardFile } from '../adapters/wechaty/card.ts';
import { createWechatChannel } from '../adapters/wechaty/channel.ts';
import type { ChannelListener } from '../engine/channel.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Config } from './config.ts';
import { print, readSettings } from './console.ts';
import { ensureDataDir, StartRefused } from './data-dir.ts';
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
    const card = cardFile(config.DATA_DIR);
    if (!existsSync(card)) {
      print(texts.notLoggedIn());
      return EXIT.done;
    }
    const isTold = await signOff(config);
    rmSync(card, { force: true });
    print(isTold ? texts.loggedOut() : texts.cardRemoved());
    return EXIT.done;
  } finally {
    lock.value.release();
  }
}

/** Nothing of what is said meanwhile is taken: the bot will hear of it at its next login. */
const deaf: ChannelListener = {
  login: () => Promise.resolve(),
  message: () => Promise.resolve(),
  friendRequest: () => Promise.resolve(),
  reconnected: () => Promise.resolve(),
  changed: () => undefined,
};

/** Logs in with the card and out again. False where WeChat cannot be reached, or where the card is of no use any more. */
async function signOff(config: Config): Promise<boolean> {
  let giveUp: (isTold: boolean) => void = () => undefined;
  const inVain = new Promise<boolean>((resolve) => {
    giveUp = resolve;
  });
  const channel = createWechatChannel({
    folder: config.DATA_DIR,
    puppet: config.WECHATY_PUPPET,
    clock: systemClock,
    log: createLog(config.LOG_LEVEL),
    onQrCode: () => giveUp(false),
    onLogin: () => undefined,
    onUnreachable: () => giveUp(false),
    onReachable: () => undefined,
  });
  let isLoggedIn = false;
  const signedOff = channel.start(deaf, systemClock.now()).then(async () => {
    isLoggedIn = true;
    await channel.logOut();
    return true;
  });
  // Signing off ends the channel too.
  return Promise.race([signedOff, inVain, channel.ended.then(() => isLoggedIn)]);
}
