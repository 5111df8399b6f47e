import { apiKeyRevoked } from '@/features/members/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Ends a key; its next request is refused. Revoking it again changes nothing. @throws AppError not_found */
export async function revokeApiKey(tx: Tx, input: { id: string }): Promise<void> {
  const key = await tx.db.apiKey.findFirst({ where: { id: input.id } });
  if (!key) throw new AppError('not_found');
  const { count } = await tx.db.apiKey.updateMany({
    where: { id: input.id, revokedAt: null },
    data: { revokedAt: tx.ctx.now },
  });
  if (count === 1)
    await recordEvent(tx, apiKeyRevoked, { subjectId: key.id, payload: { name: key.name, prefix: key.prefix } });
}
