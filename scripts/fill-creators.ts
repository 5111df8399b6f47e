// Fills a workspace to feel its size: node --import tsx scripts/fill-creators.ts --workspace SLUG [--count 100000] [--seed 1]
import { parseArgs } from 'node:util';
import { env } from '@/platform/env/env';
import { analyzeTables } from './fill/analyze-tables';
import { fillCreators } from './fill/fill-creators';
import { findWorkspaceId } from './find-workspace';

const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});

try {
  const count = Number(values.count);
  const seed = Number(values.seed);
  if (!values.workspace || !Number.isInteger(count) || !Number.isInteger(seed) || count < 1 || count > 1_000_000) {
    throw new Error('Usage: node --import tsx scripts/fill-creators.ts --workspace SLUG [--count 100000] [--seed 1]');
  }
  const { DATABASE_OWNER_URL, DATABASE_URL } = env();
  await fillCreators({
    workspaceId: await findWorkspaceId(values.workspace),
    count,
    seed,
    analyze: () => analyzeTables(DATABASE_OWNER_URL ?? DATABASE_URL),
    log: console.log,
  });
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
