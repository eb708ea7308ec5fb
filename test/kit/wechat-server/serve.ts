import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Group, isGroup, type Person } from './account.ts';
import { startWechatServer } from './server.ts';

// WeChat for one machine, to try the program by hand: `npx tsx test/kit/wechat-server/serve.ts FOLDER`. It prints what to
// set for the program; whoever says something is a friend of the bot or a member of the room from then on.

const folder = process.argv[2] ?? 'data';
const print = (line: string): void => void process.stdout.write(`${line}\n`);
mkdirSync(folder, { recursive: true, mode: 0o700 });
const server = await startWechatServer();
const ca = await server.openTunnel(folder);
const { account } = server;

const groupOf = (topic: string): Group =>
  account.groups.find((group) => group.topic === topic) ?? account.addGroup(topic, []);
const personOf = (name: string): Person =>
  account.people.find((person) => person.name === name) ?? account.addPerson(name);

function say(name: string, topic: string | undefined, text: string): void {
  const person = personOf(name);
  if (topic === undefined) {
    person.isFriend = true;
    server.tell(person);
    server.say(account.bot, person, text);
    return;
  }
  const group = groupOf(topic);
  if (!group.members.has(person)) {
    group.members.set(person, '');
    server.tell(group);
  }
  server.say(group, person, text);
}

/** Commands stand alone in full-width brackets, as in a rehearsal. */
const COMMANDS: Readonly<Record<string, () => void>> = {
  '（踢下线）': () => server.kick(),
  '（断网）': () => server.away(true),
  '（来网）': () => server.away(false),
};

function take(line: string): void {
  const command = COMMANDS[line];
  if (command !== undefined) {
    command();
    return;
  }
  const request = /^（加好友 (\S+) (.+)）$/u.exec(line);
  const said = /^([^@:：]+)(?:@([^:：]+))?[:：]\s*(.+)$/u.exec(line);
  if (request !== null) server.friendRequest(request[1] ?? '', request[2] ?? '');
  else if (said === null)
    print(
      '请这样打：“王阿姨@和美一号院邻里群: 投诉 …”，“小刘: 绑定 12345678”，（加好友 小刘 101），（断网），（来网），（踢下线）',
    );
  else say(said[1] ?? '', said[2], (said[3] ?? '').replaceAll('\\n', '\n'));
}

let shown = 0;
setInterval(() => {
  for (const { to, text, file } of account.sent.slice(shown)) {
    print(`→${isGroup(to) ? to.topic : to.name}: ${file ?? text}`);
    shown += 1;
  }
}, 50).unref();

print(`HTTPS_PROXY=${server.url} NODE_EXTRA_CA_CERTS=${ca}`);
for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') take(line.trim());
await server.close();
