/** Where the program writes what it did: codes, numbers and ids of our own; never names, words or outside ids. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, code: string): void;
  warn(fields: Readonly<Record<string, unknown>>, code: string): void;
  error(fields: Readonly<Record<string, unknown>>, code: string): void;
}
