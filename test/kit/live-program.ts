import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project-files.ts';

/** The built program as a person starts it: a supervisor and, under it, the bot. */
export interface LiveProgram {
  /** Everything that it has printed so far, standard output and errors together. */
  printed(): string;
  /** Resolves once it has printed that; rejects, with what it has printed, when it ends first. */
  until(words: string | RegExp): Promise<void>;
  /** Ends it politely, and returns its status. */
  terminate(): Promise<number | null>;
  /** Ends both processes as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the program with nothing but an environment. Always end it. */
export function startProgram(environment: Readonly<Record<string, string>>): LiveProgram {
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of their own, so that both can be killed at once.
    detached: true,
  });
  let text = '';
  const readers = new Set<() => void>();
  const read = (part: Buffer): void => {
    text += part.toString('utf8');
    for (const reader of readers) reader();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const status = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  return {
    printed: () => text,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const isThere = typeof words === 'string' ? text.includes(words) : words.test(text);
          if (!isThere) return;
          readers.delete(look);
          resolve();
        };
        readers.add(look);
        look();
        void status.then((code) => reject(new Error(`it ended with ${String(code)}:\n${text}`)));
      }),
    async terminate() {
      child.kill('SIGTERM');
      return status;
    },
    async kill() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      await status;
    },
  };
}

/** Runs a built command of the terminal to its end, while this process goes on: it may be the server that is spoken to. */
export async function runCommandLine(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly status: number | null; readonly out: string }> {
  const child = spawn(process.execPath, [join(root, 'dist/scripts', script), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString('utf8');
  });
  const status = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return { status, out };
}
