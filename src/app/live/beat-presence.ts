import { z } from 'zod';
import { seesThread } from '@/features/threads/queries/mailbox-scope';
import { requirePermission } from '@/platform/auth/require-permission';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineAction } from '@/platform/http/define-action';
import { beatPresence } from '@/platform/presence/beat-presence';
import { AppError } from '@/shared/errors';
import { encodeId, idSchema } from '@/shared/ids';

const subjectSchema = z.union([
  idSchema('creator').transform((id) => ({ type: 'creator' as const, id })),
  idSchema('thread').transform((id) => ({ type: 'thread' as const, id })),
]);
type Subject = z.output<typeof subjectSchema>;

/** A tab says what it shows and hears who else looks at it; what one may not see, one cannot be present at. */
export const beatPresenceAction = defineAction({
  name: 'beat-presence',
  permission: 'workspace.read',
  input: z.strictObject({
    subject: subjectSchema,
    tab: z.uuid(),
    writing: z.boolean(),
    leaving: z.boolean().default(false),
  }),
  async run(tx, { subject, ...beat }) {
    await requireVisible(tx, subject);
    const viewers = await beatPresence(tx, { ...beat, subjectType: subject.type, subjectId: subject.id });
    return viewers.map((viewer) => ({ ...viewer, membershipId: encodeId('membership', viewer.membershipId) }));
  },
});

async function requireVisible(tx: Tx, { type, id }: Subject): Promise<void> {
  requirePermission(tx.ctx, type === 'creator' ? 'creator.read' : 'message.read');
  const found = await tx.rows(
    type === 'creator'
      ? sql`select from creator where id = ${id}::uuid`
      : sql`select from thread t where t.id = ${id}::uuid ${seesThread(tx.ctx)}`,
  );
  if (found.length === 0) throw new AppError('not_found');
}
