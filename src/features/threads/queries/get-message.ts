import { seesMessage } from '@/features/threads/queries/mailbox-scope';
import { messageColumns, messageTables, toMessage, type MessageRow } from '@/features/threads/queries/message-rows';
import type { MessageDto } from '@/features/threads/schemas/message';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** One message with its recipients and attachments. @throws AppError not_found */
export async function getMessage(tx: Tx, id: string): Promise<MessageDto> {
  const [row] = await tx.rows<MessageRow>(sql`
    select ${messageColumns} from ${messageTables} where m.id = ${id}::uuid ${seesMessage(tx.ctx)}`);
  if (!row) throw new AppError('not_found');
  return toMessage(tx.ctx, row);
}
