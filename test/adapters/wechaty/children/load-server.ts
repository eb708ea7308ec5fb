import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../../../kit/child.ts';
import { startWechatServer } from '../../../kit/wechat-server/server.ts';
import { writeCard } from '../../../kit/wechat-server/ways-in.ts';

// `npm run bench -- --only wechat` starts this: so many messages with an @ in a room of 500, heard by a process that is
// mended (`ours`) or by the packages as they are (`theirs`). Prints what the process has measured.
const [side = '', wanted = ''] = process.argv.slice(2);
const count = Number(wanted);
const MEMBERS = 500;

const server = await startWechatServer();
const { account } = server;
const people = Array.from({ length: MEMBERS }, (_, nth) => account.addPerson(`居民${nth}`, { friend: nth % 10 === 0 }));
const room = account.addGroup(
  '和美一号院邻里群',
  people.map((person, nth) => [person, `${1 + (nth % 8)}栋${nth}号`] as const),
);
const folder = mkdtempSync(join(tmpdir(), 'liuxin-bench-'));
writeCard(server, folder);
const child = startChild('adapters/wechaty/children/load.ts', side, folder, String(count));
try {
  await child.nextLine();
  people.slice(0, 50).forEach((person, nth) => {
    for (let turn = 0; turn < count / 50; turn += 1) {
      server.say(room, person, `@六心小助手\u2005投诉 ${1 + (nth % 8)}号楼电梯坏了，第${turn}回`, { isHeld: true });
    }
  });
  server.tell();
  process.stdout.write(`${await child.nextLine()}\n`);
} finally {
  await child.kill();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
