import { execFile } from 'node:child_process';
import { access, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from './list-files';

interface Report {
  modules: { source: string }[];
  summary: { violations: { from: string; rule: { name: string } }[]; totalCruised: number };
}

const root = process.cwd();
const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; severity: string; comment: string }[];
};

/** One forbidden import per rule: the file that breaks it, and what it imports. */
const planted: [rule: string, from: string, imported: string][] = [
  ['no-circular', 'src/shared/egg.ts', 'src/shared/hen.ts'],
  ['not-to-unresolvable', 'src/shared/lost.ts', '@/shared/nowhere'],
  ['no-undeclared-package', 'src/shared/borrower.ts', 'acorn'],
  ['no-development-package-in-the-product', 'src/platform/clock/checked.ts', 'fast-check'],
  ['product-knows-no-tools', 'src/platform/clock/tool.ts', 'scripts/tool.ts'],
  ['scripts-know-no-tests', 'scripts/tester.ts', 'tests/support/anything.ts'],
  ['shared-stands-alone', 'src/shared/climber.ts', 'src/platform/clock/read-clock.ts'],
  ['platform-knows-no-product', 'src/platform/auth/nosy.ts', 'src/features/members/queries/get-member.ts'],
  ['ui-knows-only-shared', 'src/ui/smart-button.tsx', 'src/features/creators/model/stage.ts'],
  ['features-know-no-delivery', 'src/features/creators/queries/get-page.ts', 'src/app/page.tsx'],
  ['worker-has-no-screens', 'src/worker/draw.ts', 'react'],
  ['app-leaves-the-worker-alone', 'src/app/jobs/page.tsx', 'src/worker/job.ts'],
  ['ui-serves-screens-only', 'src/features/creators/commands/show-toast.ts', 'src/ui/toast.tsx'],
  ['model-is-pure', 'src/features/creators/model/reader.ts', 'src/features/creators/queries/get-creator.ts'],
  ['model-does-no-io', 'src/features/creators/model/filer.ts', 'node:fs/promises'],
  ['writes-and-reads-draw-nothing', 'src/features/creators/commands/redirect.ts', 'next/navigation'],
  ['emails-are-rendered-by-subscribers', 'src/features/tasks/actions.ts', 'src/features/tasks/emails/task-due.tsx'],
  ['components-ask-the-server', 'src/features/creators/components/list.tsx', 'src/platform/db/in-workspace.ts'],
  [
    'components-carry-no-schemas',
    'src/features/creators/components/form.tsx',
    'src/features/creators/schemas/create.ts',
  ],
  ['prisma-behind-the-transaction', 'src/features/creators/api.ts', '@prisma/client'],
  ['connections-below-the-platform', 'src/features/creators/queries/find-fast.ts', 'pg'],
  ['unscoped-database-for-the-few', 'src/features/creators/queries/find-all.ts', 'src/platform/db/unscoped.ts'],
  ['slices-through-their-doors', 'src/features/threads/commands/move.ts', 'src/features/creators/model/move.ts'],
  ['slice-order-members', 'src/features/members/commands/a.ts', 'src/features/creators/queries/b.ts'],
  ['slice-order-creators', 'src/features/creators/commands/a.ts', 'src/features/threads/queries/b.ts'],
  ['slice-order-threads', 'src/features/threads/commands/a.ts', 'src/features/outreach/queries/b.ts'],
  ['slice-order-outreach', 'src/features/outreach/commands/a.ts', 'src/features/campaigns/queries/b.ts'],
  ['slice-order-campaigns', 'src/features/campaigns/commands/a.ts', 'src/features/deliverables/queries/b.ts'],
  ['slice-order-deliverables', 'src/features/deliverables/commands/a.ts', 'src/features/contracts/queries/b.ts'],
  ['slice-order-contracts', 'src/features/contracts/commands/a.ts', 'src/features/payments/queries/b.ts'],
  ['slice-order-payments', 'src/features/payments/commands/a.ts', 'src/features/timeline/queries/b.ts'],
  ['slice-order-integrations', 'src/features/integrations/commands/a.ts', 'src/features/threads/queries/c.ts'],
  ['slice-order-approvals', 'src/features/approvals/commands/a.ts', 'src/features/deliverables/queries/c.ts'],
  ['slice-order-tasks', 'src/features/tasks/commands/a.ts', 'src/features/campaigns/queries/c.ts'],
  ['slice-order-schedule', 'src/features/schedule/commands/a.ts', 'src/features/contracts/queries/c.ts'],
  ['slice-order-imports', 'src/features/imports/commands/a.ts', 'src/features/threads/queries/d.ts'],
  ['slice-order-search', 'src/features/search/queries/a.ts', 'src/features/creators/queries/c.ts'],
  ['slice-order-timeline', 'src/features/timeline/queries/a.ts', 'src/features/performance/queries/c.ts'],
  ['slice-order-performance', 'src/features/performance/queries/a.ts', 'src/features/partnerships/queries/c.ts'],
  ['slice-order-partnerships', 'src/features/partnerships/queries/a.ts', 'src/features/timeline/queries/c.ts'],
  ['slice-order-notifications', 'src/features/notifications/subscribers/a.ts', 'src/features/creators/queries/d.ts'],
  ['slices-are-declared', 'src/features/surprises/commands/a.ts', 'src/shared/calm.ts'],
];

/** Imports that the rules must leave alone. */
const lawful: [from: string, imported: string, kind?: 'type'][] = [
  ['src/features/payments/commands/pay.ts', 'src/features/contracts/queries/get-contract.ts'],
  ['src/features/creators/commands/tag.ts', 'src/features/members/events.ts'],
  ['src/features/creators/commands/save.ts', '@prisma/client'],
  ['src/features/notifications/subscribers/tell.ts', 'src/features/payments/events.ts'],
  ['src/features/threads/subscribers/mail.ts', 'src/features/threads/emails/welcome.tsx'],
  ['src/features/creators/components/card.tsx', 'src/ui/card.tsx'],
  ['src/features/creators/components/shape.tsx', 'src/features/creators/schemas/shape.ts', 'type'],
  ['src/features/creators/components/words.tsx', 'src/features/creators/schemas/words.data.ts'],
  ['src/app/inbox/page.tsx', 'src/features/threads/queries/find-threads.ts'],
  ['src/worker/start.ts', 'src/features/threads/subscribers/mail.ts'],
  ['src/platform/auth/read-session.ts', 'src/platform/db/unscoped.ts'],
];

async function runCruiser(folder: string): Promise<Report> {
  const executable = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [executable, 'src', 'scripts', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const output = await new Promise<string>((done, fail) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      // The exit code counts violations; only a run without a report is a failure here.
      if (stdout.startsWith('{')) done(stdout);
      else fail(new Error(stderr, { cause: error }));
    });
  });
  return JSON.parse(output) as Report;
}

/** Writes `from` so that it imports `imported`, which is created when it names a file of the planted tree. */
async function plant(
  folder: string,
  { from, imported, kind }: { from: string; imported: string; kind?: 'type' | undefined },
): Promise<void> {
  const inTree = /^(src|scripts|tests)\//.test(imported);
  const target = inTree ? `${'../'.repeat(from.split('/').length - 1)}${imported.replace(/\.tsx?$/, '')}` : imported;
  await mkdir(dirname(join(folder, from)), { recursive: true });
  const statement = kind === 'type' ? `import type { here } from '${target}';` : `import '${target}';`;
  await writeFile(join(folder, from), `${statement}\nexport const name = '${from}';\n`);
  if (!inTree) return;
  await mkdir(dirname(join(folder, imported)), { recursive: true });
  await access(join(folder, imported)).catch(() => writeFile(join(folder, imported), 'export const here = true;\n'));
}

describe('the tree', () => {
  let report: Report;
  beforeAll(async () => {
    report = await runCruiser(root);
  });

  it('is cruised whole: a cruiser that reads nothing finds no fault either', async () => {
    const cruised = new Set(report.modules.map((module) => module.source));
    const files = await listFiles(['src', 'scripts', 'tests'], /\.(ts|tsx)$/);
    const missed = files.filter((file) => !file.startsWith('src/generated/') && !cruised.has(file));
    expect(missed).toEqual([]);
    expect(cruised.size).toBeGreaterThan(20);
  });

  it('keeps the direction', () => {
    const broken = report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    expect(broken).toEqual([]);
  });
});

describe('a planted violation', () => {
  let folder: string;
  let found: Set<string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-boundaries-'));
    await Promise.all(
      ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.tools.json', 'package.json'].map((file) =>
        copyFile(join(root, file), join(folder, file)),
      ),
    );
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [, from, imported] of planted) await plant(folder, { from, imported });
    for (const [from, imported, kind] of lawful) await plant(folder, { from, imported, kind });
    await plant(folder, { from: 'src/shared/hen.ts', imported: 'src/shared/egg.ts' });
    await writeFile(join(folder, 'src/shared/alone.ts'), 'export const alone = true;\n');
    const report = await runCruiser(folder);
    found = new Set(report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(planted)('of %s is found', (rule, from) => {
    expect(found).toContain(`${rule}: ${from}`);
  });

  it('of no-orphans is found', () => {
    expect(found).toContain('no-orphans: src/shared/alone.ts');
  });

  it.each(lawful)('is not seen in %s importing %s', (from) => {
    const complaints = [...found].filter((line) => line.endsWith(`: ${from}`) && !line.startsWith('no-orphans'));
    expect(complaints).toEqual([]);
  });

  it('exists for every rule, and every rule is an error that says why', () => {
    const tried = new Set([...planted.map(([rule]) => rule), 'no-orphans']);
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !tried.has(name))).toEqual([]);
    for (const rule of config.forbidden) expect(rule, rule.name).toMatchObject({ severity: 'error' });
    for (const rule of config.forbidden) expect(rule.comment.length, rule.name).toBeGreaterThan(40);
  });
});
