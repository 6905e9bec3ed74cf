/**
 * Who may import whom. Every rule is an error: a house whose walls only warn has none.
 * web → contracts · api, worker → core, contracts, catalog · core → contracts, catalog · contracts, catalog → zod ·
 * testing only from tests, e2e · migrations → nothing of ours · *.rules.ts → contracts, catalog and rules only.
 */
const TESTS = '\\.(spec|int-spec|api-spec|test|journey)\\.tsx?$';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'web-knows-only-contracts',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps/(?!web/)|libs/(?!contracts/)|migrations/|e2e/)' },
    },
    {
      name: 'apps-do-not-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'core-knows-contracts-and-catalog',
      severity: 'error',
      from: { path: '^libs/core/', pathNot: TESTS },
      to: { path: '^(apps/|e2e/|migrations/|libs/testing/)' },
    },
    {
      name: 'core-tests-may-use-testing',
      severity: 'error',
      from: { path: `^libs/core/.*${TESTS}` },
      to: { path: '^(apps/|e2e/)' },
    },
    {
      name: 'contracts-depend-on-zod-alone',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: TESTS },
      to: { path: '^(apps|libs/(?!contracts/)|migrations|e2e)/|node_modules/(?!zod/)' },
    },
    {
      name: 'catalog-depends-on-zod-alone',
      severity: 'error',
      from: { path: '^libs/catalog/', pathNot: TESTS },
      to: { path: '^(apps|libs/(?!catalog/)|migrations|e2e)/|node_modules/(?!zod/)' },
    },
    {
      name: 'migrations-know-nothing-of-ours',
      severity: 'error',
      from: { path: '^migrations/src/', pathNot: TESTS },
      to: { path: '^(apps|libs|e2e)/' },
    },
    {
      name: 'testing-only-from-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `(${TESTS}|^libs/testing/|/testing/)` },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^libs/core/.*\\.rules\\.ts$' },
      to: {
        path: '^(libs/core/|node_modules/)',
        pathNot: '(\\.rules\\.ts$|access/actor\\.ts$|node_modules/luxon/|node_modules/@types/luxon/)',
      },
    },
    {
      name: 'features-enter-by-the-door',
      severity: 'error',
      from: { path: '^libs/core/src/([^/]+)/', pathNot: [TESTS, '^libs/core/src/database/entities.ts$'] },
      to: {
        path: '^libs/core/src/([^/]+)/',
        pathNot: [
          '^libs/core/src/$1/',
          '/index\\.ts$',
          '\\.rules\\.ts$',
          '^libs/core/src/(access|audit|database|outbox|clock|errors|config)/',
        ],
      },
    },
    {
      name: 'web-features-enter-by-the-door',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/([^/]+)/', pathNot: ['^apps/web/src/features/$1/', '/index\\.ts$'] },
    },
    {
      name: 'web-shared-does-not-know-features',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist(-types)?/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.css', '.json'],
    },
  },
};
