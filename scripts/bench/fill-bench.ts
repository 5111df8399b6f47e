import { createApiKey } from '@/features/members/commands/create-api-key';
import { choosePassword } from '@/platform/auth/choose-password';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';
import { permissions } from '@/shared/permissions';
import { analyzeTables } from '../fill/analyze-tables';
import { fillCreators } from '../fill/fill-creators';
import { findWorkspaceId } from '../find-workspace';
import { foundWorkspace, operatorContext } from '../found-workspace';

export interface BenchWorkspace {
  workspaceId: string;
  slug: string;
  email: string;
  password: string;
  /** Of the API. */
  key: string;
  creators: BenchCreator[];
  /** Those with fifty events and more. */
  storied: BenchCreator[];
}

export interface BenchCreator {
  /** As the database has it, and as the API has it. */
  uuid: string;
  id: string;
}

export interface BenchCreators {
  small: BenchWorkspace;
  large: BenchWorkspace;
}

/** One workspace of 1,000 creators and one of `size`, in one database, with a person and a key in each. */
export async function fillBench(ownerUrl: string, size: number): Promise<BenchCreators> {
  const analyze = () => analyzeTables(ownerUrl);
  const small = await fillOne('Small', 1000, analyze);
  const large = await fillOne('Large', size, analyze);
  return { small, large };
}

async function fillOne(name: string, count: number, analyze: () => Promise<void>): Promise<BenchWorkspace> {
  const email = `${name.toLowerCase()}@bench.example`;
  const password = 'a long sentence for the bench';
  const { slug, link } = await foundWorkspace({ workspace: `Bench ${name}`, email });
  if (link) await choosePassword({ token: link.split('/').at(-1) ?? '', password });
  const workspaceId = await findWorkspaceId(slug);
  await fillCreators({ workspaceId, count, analyze, log: (line) => console.log(line) });
  return inWorkspace(operatorContext(workspaceId), async (tx) => {
    const { key } = await createApiKey(tx, { name: 'bench', permissions, requestsPerMinute: 2_000_000_000 });
    const creators = await tx.rows<{ uuid: string }>(
      sql`select id as uuid from creator where listed order by md5(id::text) limit 1000`,
    );
    const storied = await tx.rows<{ uuid: string }>(
      sql`select creator_id as uuid from domain_event where creator_id is not null
        group by creator_id having count(*) >= 50 order by creator_id limit 200`,
    );
    const both = (found: { uuid: string }[]) => found.map(({ uuid }) => ({ uuid, id: encodeId('creator', uuid) }));
    return { workspaceId, slug, email, password, key, creators: both(creators), storied: both(storied) };
  });
}
