/**
 * Makes the database client and dist/ if anything that they are made of has changed; otherwise ends within a few
 * hundredths of a second. It runs before everything that people start, so it is plain JavaScript, and it prints
 * nothing on standard output: the rehearsal's output belongs to its reader.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const clients = ['prisma', 'postgresql'].map((name) => join(root, 'src/generated', name, 'client.ts'));
const stampFile = join(root, 'dist/made-from');
const lockFile = join(root, 'dist/build.lock');

/** Refuses, in one line, a Node on which nothing would work. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(`Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.version}.`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/**
 * The files under a folder, those of the generated client left out, in an order that does not depend on the machine.
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (path === 'src/generated') return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/**
 * What the files say, not when they were written: a checkout or a copy of the folder is no reason to build again.
 * @param {string[]} paths
 */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

/** What dist/ is to be made of, and whether it is. */
function compare() {
  const sources = [...filesUnder('src'), ...filesUnder('scripts')].filter((path) => path.endsWith('.ts'));
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'prisma/schema.prisma'];
  const wanted = fingerprint([...settings, ...sources]);
  const isFresh = clients.every(existsSync) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
  return { wanted, isFresh };
}

/** @param {string[]} args */
function run(...args) {
  // Both streams of the child go to standard error.
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail(`build: ${args.join(' ')} failed`);
}

function build() {
  const { wanted, isFresh } = compare();
  if (isFresh) return;
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(tsc)) fail('build: the compiler is not installed; run `npm ci` first.');
  run('--import', 'tsx', 'scripts/prisma-generate.ts');
  run(tsc, '-b', 'tsconfig.build.json');
  // In one step: another process may be reading it.
  writeFileSync(`${stampFile}.new`, wanted);
  renameSync(`${stampFile}.new`, stampFile);
}

/** Whether the process that holds the lock still runs. One without a number is being made at this very moment. */
function lockIsHeld() {
  try {
    const holder = readFileSync(lockFile, 'utf8');
    const age = Date.now() - statSync(lockFile).mtimeMs;
    // No build takes that long: whoever has the number now is somebody else.
    if (age > (holder === '' ? 5_000 : 300_000)) return false;
    if (holder === '') return true;
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Only one process builds; the others wait for it, so that none starts from half-written files.
 * @param {() => void} work
 */
function alone(work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (;;) {
    try {
      const lock = openSync(lockFile, 'wx');
      writeSync(lock, String(process.pid));
      closeSync(lock);
      break;
    } catch {
      if (!lockIsHeld()) rmSync(lockFile, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  process.on('exit', () => {
    rmSync(lockFile, { force: true });
  });
  work();
}

checkNode();
if (!compare().isFresh) alone(build);
