import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { examine } from '../../src/app/doctor.ts';
import { checkCalendar, checkNode } from '../../src/app/doctor-checks.ts';
import { importCommunity } from '../../src/app/community.ts';
import { databaseFile, ensureDataDir, openMigrated } from '../../src/app/data-dir.ts';
import { openForBot } from '../../src/app/database.ts';
import { makeCode } from '../../src/app/pair.ts';
import { temporaryFolder } from '../kit/database.ts';

const SAMPLE = 'prisma/communities/renmin-xilu.yaml';
const AT = new Date('2026-11-02T01:00:00Z');

/** Runs a built command of the terminal in a data folder. */
function run(script: string, args: readonly string[], dataDir: string, more: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, DATA_DIR: dataDir, ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('dist', 'scripts', script), ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout, complaint: stderr.trim().split('\n') };
}

describe('settings', () => {
  it('have defaults that work', () => {
    expect(readConfig({})).toMatchObject({ DATA_DIR: './data', SEND_GAP_SECONDS: [2, 4], SEND_PER_DAY: 500 });
  });

  it('that are wrong are named all at once', () => {
    expect(() => readConfig({ SEND_GAP_SECONDS: 'soon', SEND_PER_DAY: '0', LOG_LEVEL: 'loud' })).toThrow(
      /LOG_LEVEL[\s\S]*SEND_GAP_SECONDS[\s\S]*SEND_PER_DAY/u,
    );
  });

  it('that are empty count as not set', () => {
    expect(readConfig({ DATA_DIR: '' }).DATA_DIR).toBe('./data');
  });
});

describe('doctor', () => {
  it.each([
    ['20.18.9', '✗'],
    ['18.20.0', '✗'],
    ['20.19.0', '✓'],
    ['22.1.0', '✓'],
  ])('judges Node %s: %s', (version, mark) => {
    expect(checkNode(version).mark).toBe(mark);
  });

  it('warns two months before the calendar of working days ends', () => {
    expect(checkCalendar(new Date('2026-10-01T00:00:00Z'), '2026-12-31', 'Asia/Shanghai').mark).toBe('✓');
    expect(checkCalendar(new Date('2026-11-15T00:00:00Z'), '2026-12-31', 'Asia/Shanghai').mark).toBe('!');
  });

  it('says of an empty folder that nothing is there yet, and makes nothing', async () => {
    const folder = temporaryFolder();
    const remove = (): void => {
      rmSync(folder, { recursive: true });
    };
    const { findings, profile } = await examine(join(folder, 'none'));
    expect(findings.every((finding) => finding.mark !== '✗')).toBe(true);
    expect(profile.name).toBe('人民西路社区');
    remove();
  });

  it('sees a database file that others can read', async () => {
    const folder = temporaryFolder();
    const remove = (): void => {
      rmSync(folder, { recursive: true });
    };
    const data = join(folder, 'data');
    ensureDataDir(data);
    await (await openMigrated(databaseFile(data), AT)).close();
    writeFileSync(join(data, 'x'), '');
    const before = await examine(data);
    expect(before.findings.filter((finding) => finding.mark === '✗')).toEqual([]);
    spawnSync('chmod', ['644', databaseFile(data)]);
    const after = await examine(data);
    expect(after.findings.filter((finding) => finding.mark === '✗')).toHaveLength(1);
    remove();
  });
});

describe('codes and communities', () => {
  const folder = temporaryFolder();
  const remove = (): void => {
    rmSync(folder, { recursive: true });
  };
  const data = join(folder, 'data');
  beforeAll(async () => {
    ensureDataDir(data);
    const database = await openMigrated(databaseFile(data), AT);
    await importCommunity(database, SAMPLE, AT);
    await database.close();
  });
  afterAll(remove);

  it('a code is eight digits, and only its fingerprint is kept', async () => {
    const database = await openMigrated(databaseFile(data), AT);
    const code = await makeCode(database, { kind: 'staff', name: '小刘' });
    expect(code).toMatch(/^\d{8}$/u);
    const kept = await database.transaction((tx) => tx.pairingCode.findMany());
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(code);
    await database.close();
  });

  it('a name that is not on the list is answered with the list', () => {
    const { status, complaint } = run('pair.js', ['小刘刘'], data);
    expect(status).toBe(2);
    expect(complaint).toHaveLength(1);
    expect(complaint[0]).toContain('小刘、小陈');
  });

  it('without data it says what to run first', () => {
    const { status, complaint } = run('pair.js', ['小刘'], join(folder, 'empty'));
    expect(status).toBe(2);
    expect(complaint[0]).toContain('npm start');
  });

  it('a broken profile imports nothing and names every mistake with its place', () => {
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, 'name: 坏社区\nrooms: 3\ncolour: red\n');
    const { status, complaint } = run('community.js', ['import', bad], data);
    expect(status).toBe(2);
    expect(complaint.length).toBeGreaterThan(2);
    expect(complaint.slice(1).every((line) => /第\d+行第\d+列/u.test(line))).toBe(true);
    expect(run('community.js', ['check', SAMPLE], data).out).toContain('人民西路社区');
  });

  it('importing again says who has come and gone', () => {
    const again = run('community.js', ['import', SAMPLE], data);
    expect(again).toMatchObject({ status: 0 });
    expect(again.out.trim().split('\n')).toHaveLength(1);
  });

  it('a file in the place of the data folder is refused in one line', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    mkdirSync(join(folder, 'unused'), { recursive: true });
    const { status, complaint } = run('community.js', ['import', SAMPLE], file);
    expect(status).toBe(2);
    expect(complaint).toHaveLength(1);
  });

  it('export gives back what was imported, and writes over nothing', () => {
    const { status, out } = run('community.js', ['export'], data);
    expect([status, out]).toEqual([0, readFileSync(SAMPLE, 'utf8')]);
    const copy = join(folder, 'copy.yaml');
    expect(run('community.js', ['export', copy], data).status).toBe(0);
    expect(readFileSync(copy, 'utf8')).toBe(out);
    const again = run('community.js', ['export', copy], data);
    expect([again.status, again.complaint.length]).toEqual([2, 1]);
    expect(run('community.js', ['export', copy, 'more'], data).status).toBe(2);
  });

  it('a file holds one community: another name is refused, its own is not', async () => {
    const other = openForBot(readConfig({ DATA_DIR: data, COMMUNITY: '和平社区' }));
    await expect(other).rejects.toThrow('没有叫“和平社区”的社区。有：人民西路社区');
    const own = await openForBot(readConfig({ DATA_DIR: data, COMMUNITY: '人民西路社区' }));
    expect(own.database.community).toBeUndefined();
    await expect(openForBot(readConfig({ DATA_DIR: data }))).rejects.toThrow('正被另一个进程使用');
    await own.database.close();
    own.release();
  });

  it('a file that lies elsewhere is used where the settings say so, and by one bot alone', async () => {
    const url = `file:${join(folder, 'elsewhere.db')}`;
    const config = readConfig({ DATA_DIR: join(folder, 'one'), DATABASE_URL: url });
    const store = await openForBot(config);
    await importCommunity(store.database, SAMPLE, AT);
    const second = openForBot(readConfig({ DATA_DIR: join(folder, 'two'), DATABASE_URL: url }));
    await expect(second).rejects.toThrow(`正被另一个进程使用：${join(folder, 'elsewhere.db')}`);
    await store.database.close();
    store.release();
    expect(existsSync(databaseFile(join(folder, 'one')))).toBe(false);
    const { status, out } = run('pair.js', ['小刘'], join(folder, 'one'), { DATABASE_URL: url });
    expect([status, /小刘的绑定码：\d{8}/u.test(out)]).toEqual([0, true]);
  });
});
