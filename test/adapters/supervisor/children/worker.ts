import { appendFileSync, readFileSync } from 'node:fs';

/**
 * One life. The file named by WORKER_LOG says how many there were; WORKER_LIVES says how each ends: a status, `kill`,
 * `wait` (until it is told to end) or `deaf` (it hears no signal).
 */
const log = process.env['WORKER_LOG'] ?? '';
const lives = (process.env['WORKER_LIVES'] ?? '').split(',');
appendFileSync(log, `${process.pid}\n`);
const life = readFileSync(log, 'utf8').trim().split('\n').length;
const end = lives[life - 1] ?? 'wait';
if (end === 'kill') process.kill(process.pid, 'SIGKILL');
if (end === 'wait' || end === 'deaf') {
  const timer = setInterval(() => undefined, 1_000);
  const leave = (how: string): void => {
    appendFileSync(log, `${how}\n`);
    clearInterval(timer);
    process.exit(0);
  };
  process.on('SIGTERM', end === 'deaf' ? () => undefined : () => leave('told'));
  process.on('disconnect', () => leave('orphaned'));
  process.stdout.write(`ready ${process.pid}\n`);
} else {
  process.exitCode = Number(end);
}
