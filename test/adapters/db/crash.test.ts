import SqliteConnection from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startChild } from '../../kit/child.ts';
import { temporaryDatabase } from '../../kit/database.ts';

const ROUNDS = [3, 25, 60];

test('a process killed while it writes loses nothing that it acknowledged, and leaves nothing half-done', async () => {
  const file = temporaryDatabase();
  const acknowledged: number[] = [];
  try {
    for (const wanted of ROUNDS) {
      const next = (acknowledged.at(-1) ?? 0) + 10_000;
      const child = startChild('adapters/db/children/write-rows.ts', file.url, String(next));
      try {
        for (let read = 0; read < wanted; read += 1) acknowledged.push(Number(await child.nextLine()));
      } finally {
        acknowledged.push(...(await child.kill()).map(Number));
      }
      const stored = storedNumbers(file.path);
      expect(stored.events).toEqual(stored.entries);
      expect(acknowledged.filter((number) => !stored.events.includes(number))).toEqual([]);
      // At most one transaction of each round was committed without having been acknowledged.
      expect(stored.events.length - acknowledged.length).toBeLessThanOrEqual(ROUNDS.indexOf(wanted) + 1);
    }
  } finally {
    file.remove();
  }
});

function storedNumbers(path: string): { events: unknown[]; entries: unknown[] } {
  const connection = new SqliteConnection(path);
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    return {
      events: connection.prepare('SELECT case_no FROM case_events ORDER BY 1').pluck().all(),
      entries: connection.prepare('SELECT CAST(subject AS INTEGER) FROM audit_entries ORDER BY 1').pluck().all(),
    };
  } finally {
    connection.close();
  }
}
