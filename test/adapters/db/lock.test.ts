import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDatabase, lockDataDir } from '../../../src/adapters/db/lock.ts';
import { startChild } from '../../kit/child.ts';
import { temporaryFolder } from '../../kit/database.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a second process is refused, and SIGKILL frees the lock', async () => {
  const holder = startChild('adapters/db/children/hold-lock.ts', folder);
  try {
    expect(await holder.nextLine()).toBe('taken');
    expect(lockDataDir(folder)).toEqual({ ok: false, refusal: 'held' });
  } finally {
    await holder.kill();
  }
  const taken = lockDataDir(folder);
  expect(taken.ok).toBe(true);
  const second = startChild('adapters/db/children/hold-lock.ts', folder);
  expect(await second.nextLine()).toBe('refused');
  await second.kill();
  if (taken.ok) taken.value.release();
});

test('the lock is free again when it was released', () => {
  const first = lockDataDir(join(folder, 'made', 'here'));
  expect(lockDataDir(join(folder, 'made', 'here'))).toEqual({ ok: false, refusal: 'held' });
  if (first.ok) first.value.release();
  const second = lockDataDir(join(folder, 'made', 'here'));
  expect(second.ok).toBe(true);
  if (second.ok) second.value.release();
});

test('a lock beside a database is that database’s own', () => {
  const first = lockDatabase(join(folder, 'a.db'));
  const other = lockDatabase(join(folder, 'b.db'));
  expect([first.ok, other.ok, lockDatabase(join(folder, 'a.db')).ok]).toEqual([true, true, false]);
  if (first.ok) first.value.release();
  if (other.ok) other.value.release();
});
