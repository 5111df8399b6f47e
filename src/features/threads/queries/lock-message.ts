import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import type { MessageState } from '@/features/threads/model/message-transitions';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface LockedMessage {
  id: string;
  creatorId: string | null;
  subject: string;
  state: MessageState;
}

/**
 * A message for a person's decision, held until the transaction ends. Whether one sees it is asked once it is held: its
 * mailbox may have been chosen by whoever held it before.
 * @throws AppError not_found
 */
export async function lockMessage(tx: Tx, messageId: string): Promise<LockedMessage> {
  await tx.execute(sql`select from message where id = ${messageId}::uuid for update`);
  const [message] = await tx.rows<LockedMessage>(sql`
    select m.id, m.creator_id as "creatorId", m.subject, m.state
    from message m where m.id = ${messageId}::uuid ${seesMessage(tx.ctx)}`);
  if (!message) throw new AppError('not_found');
  return message;
}

/** What a person asked for is not possible in this state. */
export function notInState({ state }: LockedMessage, message: string): AppError {
  return new AppError('invalid_state', { reason: `message_${state}`, message });
}
