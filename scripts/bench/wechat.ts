import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/adapters/db/project-root.ts';

/** What hearing messages costs a process. */
interface Cost {
  /** Processor time a message. */
  readonly milliseconds: number;
  /** Memory at its peak. */
  readonly megabytes: number;
}

/** The channel and the packages as they are, with the same messages. */
export interface WechatFigures {
  readonly messages: number;
  readonly ours: Cost;
  readonly theirMessages: number;
  readonly theirs: Cost;
}

/** The packages as they are want gigabytes and minutes for a thousand: a part of it tells what a message costs. */
const THEIR_SHARE = 10;
const AIM = { milliseconds: 3, megabytes: 300 } as const;

/** The server is a test kit's, which no script may import: it is a program of its own. */
function run(side: 'ours' | 'theirs', messages: number): Cost {
  const root = projectRoot(import.meta.url);
  const script = join(root, 'test', 'adapters', 'wechaty', 'children', 'load-server.ts');
  const args = ['--import', 'tsx', script, side, String(messages)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { milliseconds, megabytes } = JSON.parse(stdout) as Cost; // the last line of our own script
  return { milliseconds, megabytes };
}

/** Messages that call the bot, in a room of 500. */
export function hearMessages(messages: number): WechatFigures {
  const theirMessages = Math.max(50, Math.round(messages / THEIR_SHARE));
  return { messages, ours: run('ours', messages), theirMessages, theirs: run('theirs', theirMessages) };
}

/** The figures for people. */
export function wechatLines({ messages, ours, theirMessages, theirs }: WechatFigures): readonly string[] {
  const said = ({ milliseconds, megabytes }: Cost): string =>
    `一条${milliseconds.toFixed(2)}毫秒，内存最多${megabytes.toFixed(0)}兆`;
  return [
    `500人的群里@机器人，本程序听${messages}条：${said(ours)}（目标${AIM.milliseconds}毫秒、${AIM.megabytes}兆以内）`,
    `原来的软件包听${theirMessages}条：${said(theirs)}`,
    `一条的处理器时间，原来的是本程序的${(theirs.milliseconds / ours.milliseconds).toFixed(0)}倍`,
  ];
}
