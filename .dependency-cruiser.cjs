/* eslint-disable max-lines -- A list: each rule is read by itself, and the test of the rules reads one file. */
// The direction of docs/architecture.md. Every rule says why it is there and what to do instead.
// What another slice may import of a slice, along the order below: its verbs, its readings, its shapes, its events.
const doors = '(commands|queries|schemas|events)';

// The declared order. Each slice may import those before it in its line, never one after it.
const core = ['members', 'creators', 'threads', 'outreach', 'campaigns', 'deliverables', 'contracts', 'payments'];
// Take their subjects by type and id and know only who the people are; whoever has such a subject calls them.
const generic = ['approvals', 'tasks', 'schedule', 'search'];
// Clients of providers, below every slice that uses them; and those that read all slices, which nobody imports.
const providers = ['integrations'];
const readers = ['timeline', 'performance', 'partnerships'];

const mayImport = {
  members: [],
  integrations: ['members'],
  // Writes creators, and is used by none of them: docs/decisions, imports stand above creators.
  imports: ['members', 'creators', 'search'],
  ...Object.fromEntries(generic.map((slice) => [slice, ['members']])),
  ...Object.fromEntries(
    core.slice(1).map((slice, position) => [slice, [...core.slice(0, position + 1), ...generic, ...providers]]),
  ),
  ...Object.fromEntries(readers.map((slice) => [slice, [...core, ...generic, ...providers]])),
};

const any = (names) => `(${names.join('|')})`;
const sliceRules = Object.entries(mayImport).map(([slice, others]) => ({
  name: `slice-order-${slice}`,
  severity: 'error',
  comment:
    `${slice} may import ${others.join(', ') || 'no other slice'}. An import the other way closes a circle of knowledge: ` +
    'let the other slice subscribe to an event of this one, or compose the two in src/app.',
  from: { path: `^src/features/${slice}/` },
  to: { path: '^src/features/', pathNot: `^src/features/${any([slice, ...others])}/` },
}));

const react =
  '^(react|react-dom|next|next-auth|next-themes)$|node_modules/(react|react-dom|next|next-auth|next-themes)/';
const prisma = '^src/generated/|node_modules/@prisma/|node_modules/\\.prisma/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle cannot be read, tested or loaded in parts. Move what both need below both, or use an event.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file and it is no entry of Next, of a script or of a tool. Delete it or use it.',
      from: {
        orphan: true,
        path: '^src/',
        pathNot:
          '\\.d\\.ts$|^src/app/|^src/(proxy|instrumentation|instrumentation-client)\\.ts$|^src/worker/main\\.ts$',
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere. Correct the path or add the package to package.json.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^src/generated/' },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: 'The package is here only because another one brought it. Add it to package.json, or do without.',
      from: { path: '^(src|scripts|tests)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package-in-the-product',
      severity: 'error',
      comment: 'The image is built without development packages. Move it to dependencies, or import only its types.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'product-knows-no-tools',
      severity: 'error',
      comment:
        'src is what runs at the customer; scripts and tests look at it, never the other way. Move the shared part to src.',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'scripts-know-no-tests',
      severity: 'error',
      comment:
        'Scripts run where tests are not installed. Move the shared part to scripts, and let the test import it.',
      from: { path: '^scripts/' },
      to: { path: '^tests/' },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      comment: 'shared is the bottom: pure and tiny. What needs more belongs in platform or in a slice.',
      from: { path: '^src/shared/' },
      to: { path: '^src/', pathNot: '^src/shared/' },
    },
    {
      name: 'platform-knows-no-product',
      severity: 'error',
      comment:
        'platform is technique that would serve another product as well. Pass the product part in from app or worker.',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform|shared|generated)/' },
    },
    {
      name: 'ui-knows-only-shared',
      severity: 'error',
      comment: 'The design system shows what it is given. Pass values and callbacks in as props.',
      from: { path: '^src/ui/' },
      to: { path: '^src/', pathNot: '^src/(ui|shared)/' },
    },
    {
      name: 'features-know-no-delivery',
      severity: 'error',
      comment: 'Slices are used by app and worker. Move what both need into the slice.',
      from: { path: '^src/features/' },
      to: { path: '^src/(app|worker)/|^src/(proxy|instrumentation)\\.ts$' },
    },
    {
      name: 'worker-has-no-screens',
      severity: 'error',
      comment: 'The worker is a process without React. Move what it needs into a slice or platform.',
      from: { path: '^src/worker/' },
      to: { path: `^src/(app|ui)/|^src/features/[^/]+/components/|${react}` },
    },
    {
      name: 'app-leaves-the-worker-alone',
      severity: 'error',
      comment: 'Web and worker are two processes that meet in the database. Record an event instead.',
      from: { path: '^src/app/|^src/(proxy|instrumentation)\\.ts$' },
      to: { path: '^src/worker/' },
    },
    {
      name: 'ui-serves-screens-only',
      severity: 'error',
      comment: 'Only app and components draw. Move pure parts to shared.',
      from: { path: '^src/', pathNot: '^src/(app|ui)/|^src/features/[^/]+/components/' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'model-is-pure',
      severity: 'error',
      comment:
        'model decides from what it is given, so that it can be tested as a table. Read in a query, pass the values in.',
      from: { path: '^src/features/([^/]+)/model/' },
      to: { path: '^src/', pathNot: '^src/shared/|^src/features/$1/model/' },
    },
    {
      name: 'model-does-no-io',
      severity: 'error',
      comment: 'No IO, React or database client in a decision. Do it in the command and pass the result in.',
      from: { path: '^src/features/[^/]+/model/' },
      to: {
        path: `^(node:)?(fs|net|tls|dgram|http|https|child_process|worker_threads)(/|$)|node_modules/pg/|${react}|${prisma}`,
      },
    },
    {
      name: 'writes-and-reads-draw-nothing',
      severity: 'error',
      comment: 'Commands, queries and subscribers run in the worker too. Return data; a component draws it.',
      from: { path: '^src/features/[^/]+/(commands|queries|subscribers)/' },
      to: { path: `^src/features/[^/]+/components/|${react}` },
    },
    {
      name: 'emails-are-rendered-by-subscribers',
      severity: 'error',
      comment: 'A mail is an effect of an event. Record the event, and let a subscriber of this slice render and send.',
      from: { path: '^src/features/([^/]+)/', pathNot: '^src/features/[^/]+/(subscribers|emails)/' },
      to: { path: '^src/features/[^/]+/emails/' },
    },
    {
      name: 'components-ask-the-server',
      severity: 'error',
      comment: 'Components run in the browser. Take data as props from app; write through the slice’s actions.ts.',
      from: { path: '^src/features/[^/]+/components/' },
      to: { path: '^src/features/[^/]+/(commands|queries|subscribers)/|^src/platform/' },
    },
    {
      name: 'components-carry-no-schemas',
      severity: 'error',
      comment:
        'A schema brings zod and whatever it is built of into the first load of every screen. Import its types only; ' +
        'values that are drawn belong in the slice’s model or in a .data.ts.',
      from: { path: '^src/features/[^/]+/components/|^src/ui/' },
      to: {
        path: '^src/features/[^/]+/schemas[/.]|node_modules/zod/',
        pathNot: '\\.data\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'prisma-behind-the-transaction',
      severity: 'error',
      comment:
        'The branded tx carries the tenant; a client of one’s own would not. Put the statement into a command or query of the slice.',
      from: {
        path: '^src/',
        pathNot: '^src/generated/|^src/platform/db/|^src/features/[^/]+/(commands|queries|subscribers)/',
      },
      to: { path: prisma },
    },
    {
      name: 'connections-below-the-platform',
      severity: 'error',
      comment: 'A connection opened elsewhere is behind no policy and in no pool. Use the tx that is passed in.',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: { path: 'node_modules/(pg|ioredis)/' },
    },
    {
      name: 'unscoped-database-for-the-few',
      severity: 'error',
      comment: 'Without a workspace only sign-in, migrations, seeds and tests may read. Use inWorkspace(ctx, …).',
      from: { path: '^src/', pathNot: '^src/platform/(auth|db)/' },
      to: { path: '^src/platform/db/unscoped\\.ts$' },
    },
    {
      name: 'slices-through-their-doors',
      severity: 'error',
      comment:
        'Of another slice only commands, queries, schemas and events. Screens of two slices are composed in src/app.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: `^src/features/$1/|^src/features/[^/]+/${doors}[/.]` },
    },
    ...sliceRules,
    {
      name: 'slice-order-notifications',
      severity: 'error',
      comment: 'notifications tells people of events: of other slices it reads the events, and of members the people.',
      from: { path: '^src/features/notifications/' },
      to: {
        path: '^src/features/',
        pathNot: '^src/features/(notifications|members)/|^src/features/[^/]+/events\\.ts$',
      },
    },
    {
      name: 'slices-are-declared',
      severity: 'error',
      comment: 'A new slice takes its place in the order at the top of this file first.',
      from: { path: '^src/features/', pathNot: `^src/features/${any([...Object.keys(mayImport), 'notifications'])}/` },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    exclude: { path: ['^\\.next/', '^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tools.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts', '.css'],
    },
  },
};
