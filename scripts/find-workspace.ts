import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';

/**
 * The id of a workspace by its slug, for scripts.
 * @throws Error when there is none
 */
export async function findWorkspaceId(slug: string): Promise<string> {
  const [found] = await unscopedRows<{ id: string }>(sql`select id from find_workspace(${slug})`);
  if (!found) throw new Error(`There is no workspace at /${slug}.`);
  return found.id;
}
