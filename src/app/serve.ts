import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startAlarm } from '../adapters/alarm/alarm.ts';
import { projectRoot } from '../adapters/db/project-root.ts';
import { createMediaFiles } from '../adapters/media/media.ts';
import { createWechatChannel } from '../adapters/wechaty/channel.ts';
import { PuppetNotFound } from '../adapters/wechaty/libraries.ts';
import type { Bot } from '../engine/bot.ts';
import type { Profile } from '../engine/community/profile.ts';
import { findTies } from '../engine/identity/store.ts';
import type { Database } from '../engine/tx.ts';
import { systemClock } from '../kernel/clock.ts';
import { keyedRandom } from '../kernel/random.ts';
import { currentProfile, importCommunity } from './community.ts';
import { composeBot } from './compose.ts';
import { print, readSettings } from './console.ts';
import { type Config, limitsOf } from './config.ts';
import { sampleProfile, StartRefused } from './data-dir.ts';
import { openForBot } from './database.ts';
import { EXIT, onStopSignal } from './lifecycle.ts';
import { createLog } from './log.ts';
import { createQrCode } from './qr-code.ts';
import { texts } from './texts.ts';

/** The bot on WeChat, for one life: until it is told to stop, or the session has ended. Returns the exit status. */
export async function serve(): Promise<number> {
  const config = readSettings();
  const { database, release } = await openForBot(config);
  try {
    return await serveOn(database, config);
  } finally {
    await database.close();
    release();
  }
}

async function serveOn(database: Database, config: Config): Promise<number> {
  const profile = (await currentProfile(database)) ?? (await takeSample(database));
  const log = createLog(config.LOG_LEVEL);
  const qrCode = createQrCode(config.DATA_DIR);
  const channel = createWechatChannel({
    folder: config.DATA_DIR,
    puppet: config.WECHATY_PUPPET,
    clock: systemClock,
    log,
    onQrCode: (url) => qrCode.show(url),
    onLogin: (name) => {
      qrCode.remove();
      print(texts.loggedIn({ assistant: profile.assistant, name, folder: config.DATA_DIR }));
    },
    onUnreachable: (reason) => print(texts.wechatUnreachable({ reason, command: 'npm run rehearse' })),
    onReachable: () => print(texts.wechatReachable()),
  });
  const random = keyedRandom(randomBytes(32).toString('hex'));
  const media = createMediaFiles(join(config.DATA_DIR, 'media'));
  const bot = composeBot({ clock: systemClock, random, channel, database, log, media }, limitsOf(config));
  const stopped = new Promise<undefined>((resolve) => {
    onStopSignal(() => resolve(undefined));
  });
  const alarm = startAlarm(() => bot.runDue());
  print(texts.starting({ assistant: profile.assistant, keys: 'Ctrl-C' }));
  try {
    const end = await Promise.race([
      stopped,
      channel.ended,
      alarm.failure,
      // Until somebody has scanned the code; the clock's jobs run meanwhile.
      logIn(bot, config).then(() => new Promise<never>(() => undefined)),
    ]);
    if (end === undefined) return EXIT.done;
    print(texts.ended[end]);
    return EXIT.again;
  } finally {
    qrCode.remove();
    await alarm.silence();
    await bot.stop();
  }
}

/** Resolves once the login was told; then says what is still to be done before anybody is heard. */
async function logIn(bot: Bot, { WECHATY_PUPPET: puppet }: Config): Promise<void> {
  try {
    await bot.start();
  } catch (error) {
    throw error instanceof PuppetNotFound ? new StartRefused(texts.noPuppet({ puppet })) : error;
  }
  const { paired, bound } = await bot.engine.work(({ tx, community }) => findTies(tx, community.id));
  if (paired === 0) print(texts.pairFirst({ command: 'npm run pair -- NAME' }));
  else if (bound === 0) print(texts.bindFirst({ command: 'npm run pair -- --room NAME' }));
}

async function takeSample(database: Database): Promise<Profile> {
  const profile = await importCommunity(database, sampleProfile(projectRoot(import.meta.url)), systemClock.now());
  print(texts.sampleUsed({ name: profile.name, command: 'npm run community -- import FILE' }));
  return profile;
}
