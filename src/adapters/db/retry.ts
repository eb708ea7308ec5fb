import type { Tx } from '../../engine/tx.ts';

const ATTEMPTS = 4;

type Start = <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;

/** When to try a transaction again, and whom to tell. */
export interface Retry {
  /** Whether the store was busy with another process, so that the same transaction may succeed later. */
  isBusy(error: unknown): boolean;
  readonly onBusy: ((attempt: number) => void) | undefined;
}

/** Runs a transaction, whole and again, four times at the most, while the store is busy with another process. */
export async function retried<Value>(start: Start, work: (tx: Tx) => Promise<Value>, retry: Retry): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !retry.isBusy(error)) throw error;
      // No pause: the store itself has waited for the other process, for as long as it is told to.
      retry.onBusy?.(attempt);
    }
  }
}

/** What the adapter threw, beneath what Prisma made of it. */
export function causeOf(error: unknown): Readonly<Record<string, unknown>> {
  // Its class is in a package that is not ours to import.
  const meta = error instanceof Error && 'meta' in error ? error.meta : undefined;
  const driver: unknown = isRecord(meta) ? meta['driverAdapterError'] : error;
  const cause = driver instanceof Error ? driver.cause : undefined;
  return isRecord(cause) ? cause : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
