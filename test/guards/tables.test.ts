import SqliteConnection from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UNIONS } from '../../scripts/unions.ts';
import { temporaryDatabase } from '../kit/database.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'tables.md'), 'utf8');

/** `table.column` of the database, and `table.column=word` for the columns with a list of words. */
function inDatabase(): Set<string> {
  const file = temporaryDatabase();
  const connection = new SqliteConnection(file.path);
  const columns = connection
    .prepare<[], string>(
      `SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '_prisma_migrations'
         AND c.name <> 'community_id'`,
    )
    .pluck()
    .all();
  connection.close();
  file.remove();
  return new Set([...columns, ...words()]);
}

function words(): string[] {
  return Object.entries(UNIONS).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, list]) => list.map((word) => `${table}.${column}=${word}`)),
  );
}

/** The same of the page: `### table`, then rows of `| column, column | meaning |`. */
function onPage(markdown: string): Set<string> {
  const listed = Object.entries(UNIONS).flatMap(([table, columns]) =>
    Object.keys(columns).map((name) => `${table}.${name}`),
  );
  const tables = markdown.split(/^## /m).flatMap((chapter) => chapter.split(/^### /m).slice(1));
  return new Set(
    tables.flatMap((section) => {
      const [table = ''] = section.split('\n', 1);
      const rows = Array.from(section.matchAll(/^\| ([a-z_, ]+) \|(.*)\|$/gm)).filter(
        ([, names]) => names !== 'column',
      );
      return rows.flatMap(([, names = '', meaning = '']) =>
        names.split(', ').flatMap((name) => {
          const column = `${table}.${name}`;
          if (!listed.includes(column)) return [column];
          return [column, ...Array.from(meaning.matchAll(/`([^`]+)`/g), ([, word = '']) => `${column}=${word}`)];
        }),
      );
    }),
  );
}

test('docs/tables.md tells of every table, column and word, and of no others', () => {
  const [database, told] = [inDatabase(), onPage(page)];
  expect({
    missing: [...database].filter((name) => !told.has(name)),
    invented: [...told].filter((name) => !database.has(name)),
  }).toEqual({ missing: [], invented: [] });
});

test('the check sees a column that is missing', () => {
  expect(onPage(page.replace('| code_hash |', '| code_print |')).has('pairing_codes.code_hash')).toBe(false);
  expect(onPage(page).has('outbox.lane=urgent')).toBe(true);
});
