import { brandCreated } from '@/features/members/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

export interface NewBrand {
  name: string;
  senderName: string;
  legalEntity?: string;
  postalAddress?: string;
  /** ISO 4217. */
  currency: string;
  /** IANA. */
  reportingZone: string;
  competitors?: string[];
}

/** Adds a brand. Answers its id. @throws AppError conflict when the workspace has a brand of this name */
export async function createBrand(tx: Tx, input: NewBrand): Promise<string> {
  const id = newId();
  await tx.db.brand.create({
    data: {
      ...input,
      competitors: input.competitors ?? [],
      id,
      workspaceId: tx.ctx.workspaceId,
      createdAt: tx.ctx.now,
    },
  });
  await recordEvent(tx, brandCreated, { subjectId: id, payload: { name: input.name } });
  return id;
}
