import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { projectRoot } from '../adapters/db/project-root.ts';
import { databasePath } from '../adapters/db/file.ts';
import { isReadableAddress } from '../adapters/db/postgresql/address.ts';
import { sampleProfile, StartRefused } from './data-dir.ts';
import { texts } from './texts.ts';

/** What `npm run rehearse -- …` was asked for. */
export interface RehearseOptions {
  readonly json: boolean;
  readonly community: string;
  readonly start: Date;
  /** The path of a database file, or `postgresql://…`; a temporary file where none was named. */
  readonly database: string | undefined;
  readonly seed: string;
}

const DEFAULT_START = '2026-11-02T09:00:00+08:00';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  community: { type: 'string' },
  start: { type: 'string', default: DEFAULT_START },
  db: { type: 'string' },
  seed: { type: 'string', default: '1' },
} as const;

/** Reads the options; throws StartRefused with one line that names what is wrong. */
export function readRehearseOptions(args: readonly string[]): RehearseOptions {
  const { values } = parseOrRefuse(args);
  const start = new Date(values.start);
  if (Number.isNaN(start.getTime()))
    throw new StartRefused(texts.badOption({ option: '--start', value: values.start }));
  if (!/^-?\d{1,15}$/u.test(values.seed))
    throw new StartRefused(texts.badOption({ option: '--seed', value: values.seed }));
  return {
    json: values.json,
    community: values.community ?? sampleProfile(projectRoot(import.meta.url)),
    start,
    database: values.db === undefined ? undefined : databaseOf(values.db),
    seed: values.seed,
  };
}

function parseOrRefuse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true });
  } catch (error) {
    const options = Object.keys(OPTIONS)
      .map((name) => `--${name}`)
      .join(' ');
    const option = error instanceof Error ? (/'([^']+)'/u.exec(error.message)?.[1] ?? error.message) : '';
    throw new StartRefused(texts.unknownOption({ option, options }));
  }
}

/** An address of PostgreSQL, a `file:` URL or a plain path. */
function databaseOf(url: string): string {
  if (isReadableAddress(url)) return url;
  if (/^[a-z]+:\/\//iu.test(url) && !url.startsWith('file:'))
    throw new StartRefused(texts.badOption({ option: '--db', value: url.replace(/\/\/.*@/u, '//…@') }));
  const path = url.startsWith('file:') ? databasePath(url.replace(/^file:\/\/(?=\/)/u, 'file:')) : url;
  if (path === '') throw new StartRefused(texts.badOption({ option: '--db', value: url }));
  return join(path);
}
