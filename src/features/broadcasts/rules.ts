/** One thing that goes out to several rooms, known to staff by its number. */
export interface Broadcast {
  readonly no: number;
  readonly key: string;
  readonly title: string;
  readonly rooms: readonly number[];
  readonly dueAt: Date;
  readonly stoppedAt: Date | null;
}

/** Why a broadcast was not stopped, or not sent again. */
export type BroadcastRefusal = 'unknown' | 'stopped-before' | 'all-gone' | 'nothing-lost' | 'too-late';
