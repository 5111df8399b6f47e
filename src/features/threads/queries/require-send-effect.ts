import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** The effect that sends a message, by its subscriber's name. @throws AppError not_found while the relay has not taken it */
export async function requireSendEffect(tx: Tx, messageId: string, subscriber: string): Promise<string> {
  const [effect] = await tx.rows<{ id: string }>(sql`
    select f.id from domain_event e join effect f on f.workspace_id = e.workspace_id and f.event_id = e.id
    where e.subject_type = 'message' and e.subject_id = ${messageId}::uuid and f.subscriber = ${subscriber}`);
  if (!effect) throw new AppError('not_found');
  return effect.id;
}
