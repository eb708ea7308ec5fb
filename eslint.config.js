import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { local } from './scripts/lint/local.js';

const clock = 'Time comes from the Clock (src/kernel/clock.ts).';
const timers = 'Only adapters wait: what is due later is a column, swept by a job.';
const chance = 'Chance comes from Random (src/kernel/random.ts), so that a rehearsal repeats itself.';

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings, or an `as const` list.' };
const noNamespace = { selector: 'TSModuleDeclaration[kind!="global"]', message: 'A file is a module already.' };
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Export by name: one thing, one name, everywhere.' };
const noNow = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
  { selector: 'CallExpression[callee.name="Date"]', message: clock },
];
const timerGlobals = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({ name, message: timers }));
const timerProperties = ['setTimeout', 'setInterval', 'setImmediate'].map((property) => ({
  object: 'globalThis',
  property,
  message: timers,
}));
const dateNow = { object: 'Date', property: 'now', message: clock };
const mathRandom = { object: 'Math', property: 'random', message: chance };
const environment = { object: 'process', property: 'env', message: 'Only src/app/config.ts reads the environment.' };
const timerModules = ['timers', 'timers/promises', 'node:timers', 'node:timers/promises'].map((name) => ({
  name,
  message: timers,
}));
const environmentImport = [
  { name: 'node:process', importNames: ['env'], message: environment.message },
  { name: 'process', message: 'Write node:process.' },
];
const chanceImport = {
  name: 'node:crypto',
  importNames: ['randomBytes', 'randomInt', 'randomUUID', 'getRandomValues', 'webcrypto'],
  message: chance,
};

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'src/generated/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { local },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-else-return': 'error',
      'no-restricted-syntax': ['error', noEnum, noNamespace, noDefault],
      'local/file-name': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers are what most sentences are filled with.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => log.warn(…)` reads better than the braces that this rule wants.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A port's method returns a promise even where one implementation has nothing to wait for;
      // `async` then makes a rejection of what would be a throw.
      '@typescript-eslint/require-await': 'off',
      // `[...words]` is how one counts in characters rather than in halves of them.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `for (;;)` and `while (true)` are how a loop that ends inside is written.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', noEnum, noNamespace, noDefault, ...noNow],
      'no-restricted-globals': ['error', { name: 'performance', message: clock }, ...timerGlobals],
      'no-restricted-properties': ['error', dateNow, mathRandom, environment, ...timerProperties],
      'no-restricted-imports': ['error', { paths: [...timerModules, ...environmentImport] }],
    },
  },
  {
    files: ['src/**'],
    ignores: [
      'src/**/{texts,commands,vocabulary}.ts',
      'src/**/{texts,commands,vocabulary}/*.ts',
      'src/kernel/**',
      'src/adapters/rehearsal/script.ts',
    ],
    rules: { 'local/words-in-texts': 'error' },
  },
  {
    // What a store offers is for the service beside it, and its name and types say it all.
    files: ['src/{kernel,engine}/**'],
    ignores: ['src/engine/**/{store,*-store}.ts'],
    rules: { 'local/doc-comment': 'error' },
  },
  {
    files: ['src/{kernel,engine,features}/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [...timerModules, ...environmentImport, chanceImport] }] },
  },
  {
    files: ['src/kernel/clock.ts'],
    rules: {
      'no-restricted-syntax': ['error', noEnum, noNamespace, noDefault],
      'no-restricted-properties': ['error', mathRandom, environment, ...timerProperties],
    },
  },
  {
    files: ['src/adapters/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'performance', message: clock }],
      'no-restricted-properties': ['error', dateNow, mathRandom, environment],
      'no-restricted-imports': ['error', { paths: environmentImport }],
    },
  },
  {
    files: ['src/app/config.ts'],
    rules: {
      'no-restricted-properties': ['error', dateNow, mathRandom, ...timerProperties],
      'no-restricted-imports': ['error', { paths: timerModules }],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // A test names the method that it watches; a fake may do nothing.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      'no-restricted-syntax': [
        'error',
        noEnum,
        noNamespace,
        noDefault,
        { selector: 'MemberExpression[property.name=/^(only|skip|todo)$/]', message: 'No test is left out.' },
      ],
    },
  },
  {
    files: ['*.config.{ts,js}', '.*.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['scripts/*.mjs'],
    languageOptions: { globals: { process: 'readonly' } },
  },
);
