import { createWechatChannel, WECHAT4U } from '../../../../src/adapters/wechaty/channel.ts';
import { systemClock } from '../../../../src/kernel/clock.ts';

// A program that knows nothing of a test: it answers what it hears. One line for each thing that happens.
const [folder = ''] = process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const channel = createWechatChannel({
  folder,
  puppet: WECHAT4U,
  clock: systemClock,
  log,
  onQrCode: () => print('code'),
  onLogin: (name) => print(`login ${name}`),
  onUnreachable: (reason) => print(`unreachable ${reason}`),
  onReachable: () => print('reachable'),
});
void channel.ended.then((reason) => print(`ended ${reason}`));
await channel.start(
  {
    login: async () => print('session'),
    async message({ conversation, sender, text }) {
      const to =
        conversation.kind === 'room'
          ? ({ kind: 'room', outsideId: conversation.outsideId } as const)
          : ({ kind: 'person', outsideId: sender.outsideId } as const);
      const { kind } = await channel.send(to, { text: `收到：${text}`, mentions: [] });
      print(kind);
    },
    friendRequest: async () => undefined,
    reconnected: async () => undefined,
    changed: () => undefined,
  },
  undefined,
);
