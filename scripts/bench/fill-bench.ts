import pg from 'pg';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { inWorkspace } from '@/platform/db/in-workspace';
import { closePool } from '@/platform/db/pool';
import { permissions } from '@/shared/permissions';
import { fillCreators } from '../fill/fill-creators';
import { findWorkspaceId } from '../find-workspace';
import { foundWorkspace, operatorContext } from '../found-workspace';

export interface BenchWorkspace {
  workspaceId: string;
  key: string;
  /** A creator in the middle. */
  creatorId: string;
}

/** One workspace of 1,000 creators and one of `size`, in one database, with a key for each. */
export async function fillBench(options: {
  ownerUrl: string;
  size: number;
  log: (line: string) => void;
}): Promise<{ small: BenchWorkspace; large: BenchWorkspace }> {
  const small = await fillOne('Small', 1000, options.log);
  const large = await fillOne('Large', options.size, options.log);
  await closePool();
  const owner = new pg.Client({ connectionString: options.ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
  return { small, large };
}

async function fillOne(name: string, count: number, log: (line: string) => void): Promise<BenchWorkspace> {
  const { slug } = await foundWorkspace({ workspace: `Bench ${name}`, email: `${name.toLowerCase()}@bench.example` });
  const workspaceId = await findWorkspaceId(slug);
  await fillCreators({ workspaceId, count, log });
  return inWorkspace(operatorContext(workspaceId), async (tx) => {
    const { key } = await createApiKey(tx, { name: 'bench', permissions, requestsPerMinute: 2_000_000_000 });
    const middle = await tx.db.creator.findFirstOrThrow({
      where: { stage: 'active' },
      orderBy: { id: 'asc' },
      skip: 10,
    });
    return { workspaceId, key, creatorId: middle.id };
  });
}
