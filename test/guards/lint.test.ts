import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

// The rules that ask for types need files that exist; the house rules do not.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function broken(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(root, path) });
  return [...new Set((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message))];
}

const doc = '/** Says what it does. */';

const FAULTS: readonly (readonly [rule: string, path: string, code: string])[] = [
  ['no-restricted-syntax', 'src/features/cases/rules.ts', 'export const at = new Date();'],
  ['no-restricted-syntax', 'src/adapters/db/open.ts', 'export const at = new Date();'],
  ['no-restricted-syntax', 'src/engine/inbox/inbox.ts', 'export const at = Date();'],
  ['no-restricted-syntax', 'src/kernel/place.ts', 'export enum Kind { Lift }'],
  ['no-restricted-syntax', 'src/kernel/place.ts', 'export namespace Place { export const a = 1; }'],
  ['no-restricted-syntax', 'src/kernel/place.ts', 'export default 1;'],
  ['no-restricted-syntax', 'src/kernel/clock.ts', 'export default 1;'],
  ['no-restricted-syntax', 'test/kernel/place.test.ts', "test.only('one', () => undefined);"],
  ['no-restricted-properties', 'src/app/config.ts', 'export const at = Date.now();'],
  ['no-restricted-properties', 'src/adapters/wechaty/channel.ts', 'export const at = Date.now();'],
  ['no-restricted-properties', 'src/kernel/clock.ts', 'export const chance = Math.random();'],
  ['no-restricted-properties', 'src/adapters/db/open.ts', 'export const url = process.env.URL;'],
  ['no-restricted-properties', 'src/features/cases/service.ts', 'export const { env } = process;'],
  ['no-restricted-properties', 'src/kernel/clock.ts', 'globalThis.setTimeout(() => undefined, 1);'],
  ['no-restricted-globals', 'src/app/lifecycle.ts', 'setTimeout(() => undefined, 1);'],
  ['no-restricted-globals', 'src/engine/scheduler/scheduler.ts', 'setInterval(() => undefined, 1);'],
  ['no-restricted-globals', 'src/kernel/clock.ts', 'setImmediate(() => undefined);'],
  ['no-restricted-globals', 'src/adapters/db/open.ts', 'export const at = performance.now();'],
  ['no-restricted-imports', 'src/app/lifecycle.ts', "export { setTimeout } from 'node:timers/promises';"],
  ['no-restricted-imports', 'src/adapters/db/open.ts', "export { env } from 'node:process';"],
  ['no-restricted-imports', 'src/engine/identity/service.ts', "export { randomBytes } from 'node:crypto';"],
  ['no-console', 'src/main.ts', "console.log('started');"],
  ['local/words-in-texts', 'src/features/cases/service.ts', "export const answer = '已登记';"],
  ['local/words-in-texts', 'src/features/cases/service.ts', 'export const answer = (no: number) => `编号${no}`;'],
  ['local/words-in-texts', 'src/engine/inbox/inbox.ts', 'export const asks = /投诉/;'],
  ['local/words-in-texts', 'src/engine/inbox/inbox.ts', 'export const words = { 投诉: 1 };'],
  ['local/doc-comment', 'src/kernel/place.ts', 'export function place(): void {}'],
  ['local/doc-comment', 'src/engine/inbox/inbox.ts', 'export const place = (): number => 1;'],
  ['local/doc-comment', 'src/engine/inbox/inbox.ts', '// Not a doc comment.\nexport class Inbox {}'],
  ['local/file-name', 'src/kernel/utils.ts', 'export const a = 1;'],
  ['local/file-name', 'src/features/cases/case-helper.ts', 'export const a = 1;'],
  ['local/file-name', 'src/engine/room-manager.ts', 'export const a = 1;'],
  ['local/file-name', 'src/engine/handler2.ts', 'export const a = 1;'],
  ['local/file-name', 'src/engine/RoomBinding.ts', 'export const a = 1;'],
  ['max-lines', 'src/engine/inbox/inbox.ts', '\n'.repeat(300)],
  ['@typescript-eslint/no-explicit-any', 'src/kernel/place.ts', 'export const a: any = 1;'],
  ['@typescript-eslint/no-non-null-assertion', 'src/kernel/place.ts', 'export const a = (b: string | null) => b!;'],
];

test.each(FAULTS)('%s catches a fault in %s', async (rule, path, code) => {
  expect(await broken(path, code)).toContain(rule);
});

const SOUND: readonly (readonly [path: string, code: string])[] = [
  ['src/kernel/clock.ts', 'export const clock = { now: () => new Date(), passed: () => Date.now() };'],
  ['src/kernel/place.ts', "export const at = new Date('2026-11-02T09:00:00+08:00');"],
  ['src/kernel/place.ts', "export const WORDS = ['号楼', '单元'];"],
  ['src/kernel/place.ts', `${doc}\nexport function place(): string {\n  return '号楼';\n}`],
  ['src/adapters/wechaty/alarm.ts', 'export const wait = () => setTimeout(() => undefined, 1);'],
  ['src/app/config.ts', 'export const environment = process.env;'],
  ['src/features/cases/texts.ts', "export const answer = '已登记';"],
  ['src/features/cases/texts/receipts.ts', "export const answer = '已登记';"],
  ['src/features/cases/commands.ts', "export const words = ['投诉'];"],
  ['src/engine/chat/vocabulary.ts', "export const yes = ['好的'];"],
  ['src/adapters/rehearsal/script.ts', 'export const pause = /（过(\\d+)小时）/;'],
  ['src/engine/inbox/store.ts', 'export function insert(): void {}'],
  ['scripts/doctor.ts', "console.log('数据库正常', process.env.HOME, Date.now());"],
  ['test/features/cases.test.ts', "export const said = '投诉 电梯坏了';"],
  ['vitest.config.ts', 'export default {};'],
];

test.each(SOUND)('nothing is wrong in %s', async (path, code) => {
  const emptiness = ['@typescript-eslint/no-empty-function'];
  expect((await broken(path, code)).filter((rule) => !emptiness.includes(rule))).toEqual([]);
});
