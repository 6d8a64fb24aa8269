/**
 * Who may import whom: the one list. `pnpm boundaries` holds the tree to it.
 * A part that is not named here may import nothing of ours.
 */
const ladder = {
  'packages/basics': [],
  'packages/contracts': ['packages/basics'],
  'packages/psychometrics': ['packages/basics'],
  'packages/instruments': ['packages/basics', 'packages/contracts', 'packages/psychometrics'],
  'packages/rhythm': ['packages/contracts'],
  'packages/wording': [],
  'packages/ballot': ['packages/basics', 'packages/contracts', 'packages/psychometrics'],
  'packages/db': ['packages/basics', 'packages/contracts', 'packages/psychometrics'],
  'packages/anonymity': [
    'packages/basics',
    'packages/contracts',
    'packages/psychometrics',
    'packages/instruments',
  ],
  'packages/reporting': [
    'packages/basics',
    'packages/contracts',
    'packages/psychometrics',
    'packages/anonymity',
  ],
  'apps/api': ['packages/'],
  'apps/web': [
    'packages/basics',
    'packages/contracts',
    'packages/instruments',
    'packages/ballot',
    'packages/wording',
  ],
}

const ladderRules = Object.entries(ladder).map(([part, allowed]) => ({
  name: `${part.replace('/', '-')}-imports`,
  comment: `${part} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${part}/`, pathNot: '^apps/web/e2e/' },
  to: {
    path: '^(packages|apps)/',
    pathNot: [`^${part}/`, ...allowed.map((name) => `^${name}`), 'node_modules'],
  },
}))

/** The stages of the api may not reach round each other to the answers. */
const stageRules = [
  {
    name: 'report-reads-releases-only',
    comment: 'Report works from releases alone: no other store of packages/db.',
    severity: 'error',
    from: { path: '^apps/api/src/stages/report/' },
    to: { path: '^packages/db/src/stores/', pathNot: ['/releases\\.ts$', '/audit-trail\\.ts$'] },
  },
  {
    name: 'collect-cannot-read-answers',
    comment: 'Collect gets an urn that it cannot read.',
    severity: 'error',
    from: { path: '^apps/api/src/stages/collect/' },
    to: { path: '^packages/db/src/stores/(closing|sealed-waves|releases)\\.ts$' },
  },
  {
    name: 'organisation-never-sees-answers',
    comment: 'The part that knows names never touches answers.',
    severity: 'error',
    from: { path: '^apps/api/src/organisation/' },
    to: { path: '^packages/db/src/stores/(urn|closing|sealed-waves)\\.ts$' },
  },
  {
    name: 'web-features-do-not-import-each-other',
    comment: 'Features meet in src/app only.',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  },
  {
    name: 'web-ui-knows-no-feature',
    comment: 'ui and lib are below the features.',
    severity: 'error',
    from: { path: '^apps/web/src/(ui|lib)/' },
    to: { path: '^apps/web/src/(features|app)/' },
  },
  {
    name: 'no-web-assembly-in-the-browser',
    comment: 'The browser has the small half of the ballot: the server half loads libsodium.',
    severity: 'error',
    from: { path: '^apps/web/src/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^packages/ballot/src/sodium\\.ts$', reachable: true },
  },
  {
    name: 'attackers-share-no-code',
    comment:
      'Whoever attacks releases in tests knows the format and the roster, and none of the code that made them.',
    severity: 'error',
    from: {
      path: '^packages/anonymity/test/attacks/',
      pathNot: ['\\.test\\.ts$', '/publishers/publish-organisation\\.ts$'],
    },
    to: { path: '^packages/', pathNot: ['^packages/anonymity/test/', 'node_modules'] },
  },
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no-missing-packages',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:texts/' },
  },
]

module.exports = {
  forbidden: [...ladderRules, ...stageRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
