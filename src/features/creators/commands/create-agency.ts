import { agencyCreated } from '@/features/creators/events';
import type { CreateAgencyInput } from '@/features/creators/schemas/contact';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

/** Adds an agency and records `agency.created`. Answers its id. */
export async function createAgency(tx: Tx, input: CreateAgencyInput): Promise<string> {
  const id = newId();
  await tx.db.agency.create({ data: { ...input, id, workspaceId: tx.ctx.workspaceId, createdAt: tx.ctx.now } });
  await recordEvent(tx, agencyCreated, { subjectId: id, payload: { name: input.name } });
  return id;
}
