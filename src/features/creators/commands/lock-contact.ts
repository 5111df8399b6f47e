import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface LockedContact {
  id: string;
  name: string;
  role: string;
  note: string | null;
  agencyId: string | null;
  version: number;
}

/** A contact that is not archived, held until the transaction ends. @throws AppError not_found */
export async function lockContact(tx: Tx, id: string): Promise<LockedContact> {
  const [contact] = await tx.rows<LockedContact>(sql`
    select id, name, role, note, agency_id as "agencyId", version from contact
    where id = ${id}::uuid and archived_at is null for no key update`);
  if (!contact) throw new AppError('not_found');
  return contact;
}
