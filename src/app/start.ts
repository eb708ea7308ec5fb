import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { type Alarm, startAlarm } from '../adapters/alarm/alarm.ts';
import { projectRoot } from '../adapters/db/project-root.ts';
import { createRehearsalChannel } from '../adapters/rehearsal/channel.ts';
import { type Line, readTypedLine } from '../adapters/rehearsal/script.ts';
import { bindNewRooms, deliver, pairByName, recallRemarks } from '../adapters/rehearsal/stage.ts';
import { World } from '../adapters/rehearsal/world.ts';
import type { Bot } from '../engine/bot.ts';
import { noMediaFiles } from '../engine/media.ts';
import type { Profile } from '../engine/community/profile.ts';
import { later, SECOND, systemClock } from '../kernel/clock.ts';
import { keyedRandom } from '../kernel/random.ts';
import { currentProfile, importCommunity } from './community.ts';
import { composeBot } from './compose.ts';
import { print, readSettings } from './console.ts';
import { type Config, limitsOf } from './config.ts';
import { databaseFile, openMigrated, sampleProfile, takeDataDir } from './data-dir.ts';
import { EXIT, onStopSignal } from './lifecycle.ts';
import { createLog } from './log.ts';
import { transcriptLine } from './rehearse.ts';
import { texts } from './texts.ts';

/** The bot in real time on the data folder, with the terminal in the place of WeChat. Returns the exit status. */
export async function start(): Promise<number> {
  const config = readSettings();
  const lock = takeDataDir(config.DATA_DIR);
  try {
    return await serve(config);
  } finally {
    lock.release();
  }
}

async function serve(config: Config): Promise<number> {
  const database = await openMigrated(databaseFile(config.DATA_DIR), systemClock.now());
  let profile = await currentProfile(database);
  if (profile === undefined) {
    profile = await importCommunity(database, sampleProfile(projectRoot(import.meta.url)), systemClock.now());
    print(texts.sampleUsed({ name: profile.name, command: 'npm run community -- import FILE' }));
  }
  const random = keyedRandom(randomBytes(32).toString('hex'));
  const world = new World(
    profile.rooms.map((room) => room.topic),
    profile.staff.map((member) => member.name),
  );
  const channel = createRehearsalChannel(
    world,
    (message) => {
      print(transcriptLine(message));
    },
    [],
    random,
  );
  const bot = composeBot(
    { clock: systemClock, random, channel, database, log: createLog(config.LOG_LEVEL), media: noMediaFiles },
    limitsOf(config),
  );
  await recallRemarks(bot, world);
  await bot.start();
  await bindNewRooms(bot, world);
  greet(config, profile);
  const stopped = new Promise<void>((resolve) => {
    onStopSignal(resolve);
  });
  const alarm = startAlarm(() => bot.runDue());
  const typed = takeTypedLines(bot, alarm, profile.rooms[0]?.topic ?? '', async (line, key) => {
    if (line.kind === 'say') await deliver(world, channel, line, key);
    else if (line.kind !== 'pair') print(texts.noClock({ command: 'npm run rehearse' }));
    else if (!(await pairByName(bot, world, line.name))) print(texts.noStaff({ name: line.name }));
  });
  try {
    await Promise.race([stopped, typed, alarm.failure]);
  } finally {
    process.stdin.destroy();
    await alarm.silence();
    await bot.stop();
    await database.close();
  }
  return EXIT.done;
}

function greet({ DATA_DIR }: Config, { assistant, rooms, staff }: Profile): void {
  print(texts.started({ assistant, folder: DATA_DIR }));
  print(texts.howToType({ room: rooms[0]?.topic ?? '' }));
  print(texts.howToStaff({ staff: staff.find((member) => member.role === 'grid-worker')?.name ?? '' }));
  print(texts.howToEnd({ keys: 'Ctrl-C' }));
}

/** Answers will not be waited for longer than this when the typing has ended. */
const LAST_ANSWERS = 30 * SECOND;

/** Takes typed lines until they end and everything is answered. */
async function takeTypedLines(
  bot: Bot,
  alarm: Alarm,
  room: string,
  take: (line: Line, key: string) => Promise<void>,
): Promise<void> {
  const since = systemClock.now();
  const life = await bot.lastInboxId();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const read = readTypedLine(line);
    if (read === undefined) print(texts.unreadable({ line: number, room }));
    else await take(read, `typed:${life}:${number}`);
    await bot.runDue();
  }
  const until = later(systemClock.now(), LAST_ANSWERS);
  while (systemClock.now() < until && (await bot.isBusy(since, until))) await alarm.nextRing();
}
