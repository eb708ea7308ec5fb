import type { Outcome } from '../../src/adapters/rehearsal/rehearsal.ts';
import type { Taken } from '../../src/adapters/rehearsal/world.ts';

/** A message that the transport took, and when. */
export interface Sent extends Taken {
  readonly at: string;
}

/** The whole bot in this process, on a database of its own. What was opened in a test is checked and closed after it. */
export interface Stage {
  /** Plays one line, typed or JSON. Throws where the line cannot be read. */
  run(line: string): Promise<Outcome>;
  /** Plays lines and returns what the bot said to them. */
  play(...lines: readonly string[]): Promise<readonly Sent[]>;
  sql(query: string): Promise<readonly Row[]>;
  /** Everything that was sent so far. */
  readonly sent: readonly Sent[];
  /** What was said so far, by whom. */
  readonly said: readonly Said[];
  /** Where its database is, as `openStore` takes it. */
  readonly address: string;
  /** Checks what may never happen, and closes. Comes by itself at the end of the test. */
  finish(): Promise<void>;
}

/** A row as both stores give it: a truth value is 1 or 0, a moment is text. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Words and who said them. */
export interface Said {
  readonly from: string;
  readonly text: string;
}
