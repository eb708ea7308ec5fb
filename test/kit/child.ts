import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** A process of its own that runs a TypeScript file, read line by line. */
export interface Child {
  /** The next line that it prints; throws if it ends without one. */
  nextLine(): Promise<string>;
  /** Gives it a line to read. */
  say(line: string): void;
  /** Kills it as a power cut would, waits until it is gone, and returns the lines that had not been read yet. */
  kill(): Promise<string[]>;
}

/** Starts `file` (below `test/`) with `args`. Always `kill` it at the end. */
export function startChild(file: string, ...args: readonly string[]): Child {
  return startChildWith({}, file, ...args);
}

/** The same with more in its environment. */
export function startChildWith(
  environment: Readonly<Record<string, string>>,
  file: string,
  ...args: readonly string[]
): Child {
  const path = join(import.meta.dirname, '..', file);
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  // It may have been killed.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async nextLine() {
      const line = await lines.next();
      if (line.done === true) throw new Error(`${file} ended with ${exitOf(child)}`);
      return line.value;
    },
    say(line) {
      child.stdin.write(`${line}\n`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
      const left: string[] = [];
      for (let line = await lines.next(); line.done !== true; line = await lines.next()) left.push(line.value);
      return left;
    },
  };
}

function exitOf(child: ChildProcess): string {
  return String(child.exitCode ?? child.signalCode);
}
