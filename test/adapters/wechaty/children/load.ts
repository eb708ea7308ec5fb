import { createWechatChannel, WECHAT4U } from '../../../../src/adapters/wechaty/channel.ts';
import { importQuietly } from '../../../../src/adapters/wechaty/libraries.ts';
import { systemClock } from '../../../../src/kernel/clock.ts';

// Listens to a server that is given by a card in the folder, and measures what it costs until so many messages were
// heard: `ours`, or `theirs`, which asks of every message whether it calls the bot, as every example of wechaty does.
const [side = '', folder = '', wanted = ''] = process.argv.slice(2);
const count = Number(wanted);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let heard = 0;
let called = 0;
let before = process.cpuUsage();
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);

function hear(isCalled: boolean): void {
  heard += 1;
  if (isCalled) called += 1;
  if (heard < count) return;
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1_000 / count;
  print(JSON.stringify({ milliseconds, megabytes: Math.max(peak, process.memoryUsage().rss) / 1_000_000, called }));
}

/** The lists that come with the login are not what is measured. */
function ready(): void {
  setTimeout(() => {
    before = process.cpuUsage();
    print('ready');
  }, 3_000);
}

async function listenOurs(): Promise<void> {
  const channel = createWechatChannel({
    folder,
    puppet: WECHAT4U,
    clock: systemClock,
    log,
    onQrCode: () => undefined,
    onLogin: () => undefined,
    onUnreachable: () => undefined,
    onReachable: () => undefined,
  });
  const listener = {
    login: async () => undefined,
    message: async ({ mentionsBot }: { readonly mentionsBot: boolean }) => hear(mentionsBot),
    friendRequest: async () => undefined,
    reconnected: async () => undefined,
    changed: () => undefined,
  };
  await channel.start(listener, undefined);
  ready();
}

async function listenTheirs(): Promise<void> {
  const { WechatyBuilder, log: theirLog } = await importQuietly(() => import('wechaty'));
  theirLog.level('silent');
  const bot = WechatyBuilder.build({ name: `${folder}/wechat`, puppet: WECHAT4U });
  bot.on('error', () => undefined);
  bot.on('message', async (message) => {
    hear(await message.mentionSelf());
  });
  bot.once('login', ready);
  await bot.start();
}

await (side === 'ours' ? listenOurs() : listenTheirs());
