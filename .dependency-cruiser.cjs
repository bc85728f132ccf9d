/**
 * The arrows of the house: cli -> http -> api -> engine -> {catalog, blocks, objects}; identity is used by
 * http, and as an interface by api, and put together by cli. An import against an arrow fails `make lint`.
 */
const rooms = {
  cli: [
    'http',
    'api',
    'engine',
    'catalog',
    'compute',
    'blocks',
    'files',
    'identity',
    'images',
    'mock',
    'nbd',
    'objects',
    'operator',
    'seeds',
    'conform',
    'terminal',
    'profile',
  ],
  http: ['api', 'engine', 'identity', 'profile'],
  mock: ['http', 'api', 'profile'],
  // Knows the wire, and what profiles change on it, and nothing of what is behind it: the other side may be anybody's.
  conform: ['http/xml', 'http/media-types', 'profile', 'terminal'],
  api: [
    'engine',
    'catalog/records',
    'catalog/catalog',
    'identity/identity\\.ts$',
    'identity/refusal',
    'profile',
  ],
  // Looks into a data folder from beside or instead of a server.
  operator: ['engine', 'catalog', 'blocks', 'objects', 'files'],
  seeds: ['engine', 'catalog', 'blocks', 'objects'],
  engine: ['catalog', 'blocks', 'objects', 'files', 'profile'],
  // Asks a neighbour about servers.
  compute: ['engine/servers', 'engine/faults', 'engine/request-fields', 'engine/engine\\.ts$'],
  images: ['engine/images', 'engine/request-fields', 'files'],
  catalog: ['files'],
  blocks: ['files'],
  nbd: ['blocks', 'files'],
  objects: ['files'],
  files: [],
  // A table of what differs from the documents, and what is made of it.
  profile: [],
  identity: [],
  // How text, tables and progress look; knows nothing of what they are about.
  terminal: [],
};

const arrows = Object.entries(rooms).map(([room, allowed]) => ({
  name: `arrows-of-${room}`,
  comment: `${room}/ may import ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$|/testing[a-z-]*\\.ts$' },
  to: { path: '^src/', pathNot: [`^src/${room}/`, ...allowed.map((name) => `^src/${name}`)] },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'api-takes-records-as-types',
      comment: 'api/ may name the records of the catalog, never call a store',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(catalog|blocks|objects)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-knows-no-http',
      severity: 'error',
      from: { path: '^src/(engine|catalog|blocks|objects)/' },
      to: { path: ['node_modules/(@types/)?@?koa', '^generated/'] },
    },
    {
      name: 'engine-speaks-no-http',
      comment:
        'of these rooms objects/ alone does, as a client of Swift; servers are asked about by compute/',
      severity: 'error',
      from: { path: '^src/(engine|catalog|blocks)/' },
      to: { path: ['^node:http', '^https?$'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'a file that nothing uses',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.test\\.ts$' },
      to: {},
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'the server runs without them',
      severity: 'error',
      from: {
        path: '^(src|generated/server)/',
        pathNot: '\\.test\\.ts$|-contract\\.ts$|/contract/|/testing[a-z-]*\\.ts$|^src/(mock|conform)/',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      // Dredd gives its hooks a module that is nowhere on the disk.
      from: { pathNot: '^src/conform/dredd-hooks\\.cjs$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
