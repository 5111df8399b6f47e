import { agencyUpdated } from '@/features/creators/events';
import { staleVersion } from '@/features/creators/commands/lock-creator';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { UpdateAgencyInput } from '@/features/creators/schemas/contact';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Changes what is given of an agency and records `agency.updated`. What is so already changes nothing. Answers the
 * version that stands then. @throws AppError not_found, conflict `stale_version`
 */
export async function updateAgency(tx: Tx, { id, version, ...fields }: UpdateAgencyInput): Promise<number> {
  const [agency] = await tx.rows<{ name: string; version: number }>(sql`
    select name, website, note, version from agency
    where id = ${id}::uuid and archived_at is null for no key update`);
  if (!agency) throw new AppError('not_found');
  const changes = diffFields({ ...agency }, fields);
  if (Object.keys(changes).length === 0) return agency.version;
  if (version !== undefined && version !== agency.version) throw staleVersion(agency.version);
  const next = agency.version + 1;
  await tx.db.agency.updateMany({ where: { id, version: agency.version }, data: { ...fields, version: next } });
  await recordEvent(tx, agencyUpdated, { subjectId: id, payload: { name: fields.name ?? agency.name, changes } });
  return next;
}
