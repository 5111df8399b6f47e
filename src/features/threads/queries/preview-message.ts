import { composeMessage } from '@/features/threads/queries/compose-message';
import type { Addressee } from '@/features/threads/model/route-message';
import type { MessagePreview } from '@/features/threads/schemas/message';
import type { ComposeMessageInput } from '@/features/threads/schemas/queue-message';
import type { Tx } from '@/platform/db/in-workspace';

/**
 * What a message would be if it were sent now: to whom, with its fields filled, and every problem by name.
 * @throws AppError not_found, limit_exceeded
 */
export async function previewMessage(tx: Tx, input: ComposeMessageInput): Promise<MessagePreview> {
  const { sender, route, subject, html, problems } = await composeMessage(tx, input);
  const seen = ({ name, address }: Addressee) => ({ name, address: tx.ctx.fields.personal ? address : null });
  return {
    from: sender && { name: sender.displayName, address: sender.address },
    to: route.to.map(seen),
    cc: route.cc.map(seen),
    subject,
    html,
    problems,
  };
}
