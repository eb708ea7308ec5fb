import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-files.ts';

/** How a program ended and what it printed. */
export interface Ended {
  readonly status: number | null;
  readonly out: readonly string[];
  readonly errors: string;
}

/** What a command's name stands for in dist/. */
const BUILT: Readonly<Record<string, string>> = { start: 'src/main.js', rehearse: 'src/rehearse.js' };

/** Runs a command as it was built, which saves the seconds that npm takes. */
export function runBuilt(
  name: string,
  args: readonly string[],
  lines: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run(process.execPath, [join('dist', BUILT[name] ?? `scripts/${name}.js`), ...args], lines, settings);
}

/** Runs `npm run --silent NAME -- …` as a person would, with these lines on its standard input and these settings. */
export function runScript(
  name: string,
  args: readonly string[],
  lines: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run('npm', ['run', '--silent', name, '--', ...args], lines, settings);
}

async function run(
  command: string,
  args: readonly string[],
  lines: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Ended> {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...settings } });
  const read = (stream: NodeJS.ReadableStream): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (part: string) => {
        text += part;
      });
      stream.on('end', () => resolve(text));
    });
  // A program that refuses its input closes it before all is written: that is its right.
  child.stdin.on('error', () => undefined);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const status = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  const [out, errors] = await Promise.all([read(child.stdout), read(child.stderr)]);
  return { status: await status, out: out.split('\n').filter((line) => line !== ''), errors };
}
