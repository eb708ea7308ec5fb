/** What a piece of work took. */
export interface Lap {
  readonly seconds: number;
  /** Milliseconds of processor time. */
  readonly busy: number;
}

/** Wall clock and processor time of a piece of work. */
export async function lap(work: () => Promise<void> | void): Promise<Lap> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return { seconds, busy: (user + system) / 1_000 };
}
