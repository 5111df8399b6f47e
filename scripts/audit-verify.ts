// Recomputes a workspace's chain of seals from its events: npm run audit:verify -- --workspace SLUG
import { parseArgs } from 'node:util';
import { inWorkspace } from '@/platform/db/in-workspace';
import { verifyAudit } from '@/platform/events/verify-audit';
import { findWorkspaceId } from './find-workspace';
import { operatorContext } from './found-workspace';

const { values } = parseArgs({ options: { workspace: { type: 'string' } } });

try {
  if (!values.workspace) throw new Error('Usage: npm run audit:verify -- --workspace SLUG');
  const ctx = operatorContext(await findWorkspaceId(values.workspace));
  const { events, seals, newestHash, faults } = await inWorkspace(ctx, verifyAudit);
  console.log(`${events} events under ${seals} seals; the newest hash is ${newestHash ?? 'none'}`);
  for (const { problem, sequence, eventId } of faults)
    console.log([problem, sequence === null ? '' : `seal ${sequence}`, eventId ?? ''].filter(Boolean).join('  '));
  console.log(faults.length === 0 ? 'Nothing was changed past the product.' : `${faults.length} faults.`);
  process.exit(faults.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
