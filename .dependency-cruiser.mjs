/**
 * The arrows between the rooms (docs/decisions/0001): schemas ← harvesters, catalogue, quality, publishing ← functions ← infra.
 * A pure room may use only schemas and itself; nobody imports a handler.
 */
const pureRooms = ['harvesters', 'catalogue', 'quality', 'publishing'];

const pureRoomRules = pureRooms.map((room) => ({
  name: `${room}-stays-pure`,
  comment: `${room} may know only schemas and itself; what it needs beyond that is a value handed to it.`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: {
    path: '^(schemas|harvesters|catalogue|quality|publishing|functions|infra|web|sources|test|bench)/',
    pathNot: `^(schemas|${room})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...pureRoomRules,
    {
      name: 'schemas-know-nobody',
      severity: 'error',
      from: { path: '^schemas/' },
      to: { path: '^(harvesters|catalogue|quality|publishing|functions|infra|web|sources|test|bench)/' },
    },
    {
      name: 'pure-rooms-do-no-input-output',
      comment:
        'No clock, no network, no disk: these rooms are tested with values alone. Hashing and text decoding are values.',
      severity: 'error',
      from: { path: '^(schemas|harvesters|catalogue|quality|publishing)/' },
      to: {
        path: '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dns|child_process|worker_threads|os|timers|timers/promises)$|@aws-sdk|@smithy',
      },
    },
    {
      name: 'functions-do-not-know-their-host',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|sources|test|bench|web)/' },
    },
    {
      name: 'only-shared-touches-the-world',
      comment: 'Adapters live in functions/shared; a use case sees its ports only. Handlers wire and may know both.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/(shared/|[^/]+/handler\\.ts$)' },
      to: { path: '@aws-sdk|@smithy' },
    },
    {
      name: 'nobody-imports-a-handler',
      comment: 'A handler is wiring; the hosts name it by its path.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^functions/[^/]+/handler\\.ts$', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'the-client-knows-nobody',
      comment: 'It is for others to take along: what it knows of the API is the published description.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(schemas|harvesters|catalogue|quality|publishing|functions|infra|web|sources|test|bench)/' },
    },
    {
      name: 'the-service-does-not-know-its-client',
      severity: 'error',
      from: { pathNot: '^(client|test|bench|web)/' },
      to: { path: '^client/' },
    },
    {
      name: 'the-pages-know-the-published-api-alone',
      comment: 'What they show anybody could show: they see the typed client, and nothing of what stands behind it.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(schemas|harvesters|catalogue|quality|publishing|functions|infra|sources|test|bench)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^cdk\\.out|^test/fixtures|^web/dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
