/**
 * The arrows of docs/architecture.md. test/guards/boundaries.test.ts plants a violation of every rule below and sees
 * it caught; a new rule needs a planted violation there.
 */

/** The file roles: a role that outgrows its file becomes a folder of that name. */
const role = (/** @type {string} */ names) => `^(src/(?:engine|features)/.*)/(?:${names})(?:\\.ts|/)`;
const STORES = ['(^|/|-)store\\.ts$', '/store/'];
const THE_DATABASE = '^src/(adapters/db/|engine/tx\\.ts$|generated/)';

/** @satisfies {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    {
      name: 'kernel-imports-kernel-only',
      comment: 'The kernel is vocabulary: everything may use it, and it uses nothing of ours.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/kernel/' },
    },
    {
      name: 'engine-knows-no-feature',
      comment: 'A mechanism serves every feature alike, whatever the outside world looks like.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/(engine|kernel|generated)/' },
    },
    {
      name: 'features-see-no-outside',
      comment: 'A feature never knows whether it talks to WeChat or to a rehearsal.',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/(features|engine|kernel|generated)/' },
    },
    {
      name: 'features-meet-at-the-front-door',
      comment: 'Another feature offers what is in its feature.ts, and nothing else.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/feature\\.ts$'] },
    },
    {
      name: 'app-enters-features-at-the-front-door',
      severity: 'error',
      from: { path: '^(src/app|scripts)/' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/feature\\.ts$' },
    },
    {
      name: 'adapters-see-engine-and-kernel-only',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/(adapters|engine|kernel|generated)/' },
    },
    {
      name: 'adapters-do-not-see-each-other',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'entry-points-see-the-app-only',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/(app|kernel)/' },
    },
    {
      name: 'nobody-imports-an-entry-point',
      comment: 'And no program imports a script or a test.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^scripts/' },
      to: { path: ['^src/[^/]+\\.ts$', '^(scripts|test)/'] },
    },
    {
      name: 'scripts-see-no-tests',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: ['^test/', '^src/[^/]+\\.ts$'] },
    },
    {
      name: 'rules-import-kernel-only',
      comment: 'Values in, values out: a rule can be read and tested alone.',
      severity: 'error',
      from: { path: role('rules') },
      to: { pathNot: ['^src/kernel/', '^$1/rules(\\.ts|/)'] },
    },
    {
      name: 'texts-import-kernel-only',
      comment: 'Sentences, and the types of what they speak about: rules, people, and the names that other texts give.',
      severity: 'error',
      from: { path: role('texts') },
      to: {
        pathNot: [
          '^src/kernel/',
          '^$1/(texts|rules)(\\.ts|/)',
          '^src/engine/identity/(people|texts)\\.ts$',
          '^src/engine/community/profile\\.ts$',
        ],
      },
    },
    {
      name: 'doors-see-no-store',
      comment: 'Every door calls the same use case.',
      severity: 'error',
      from: { path: role('commands|jobs|routes|feature') },
      to: { path: STORES },
    },
    {
      name: 'only-stores-see-prisma',
      severity: 'error',
      from: { path: '^src/', pathNot: [...STORES, THE_DATABASE] },
      to: { path: ['^src/generated/', 'node_modules/(@prisma|prisma|better-sqlite3|pg|@types/pg)/'] },
    },
    {
      name: 'only-its-adapter-sees-wechaty',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^src/adapters/wechaty/' },
      to: { path: 'node_modules/(wechaty|@wechaty|wechat)' },
    },
    {
      name: 'no-cycles',
      comment: 'Not of types either: two files that need each other are one file, or three.',
      severity: 'error',
      from: { pathNot: '^src/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-development-packages-in-the-program',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^(src|scripts|test)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

export default config;
