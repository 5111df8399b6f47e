import type { FoundSubject, SubjectId, SubjectSource } from '@/features/tasks/schemas/subject';
import { requirePermission } from '@/platform/auth/require-permission';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/** What a task shall be about. @throws AppError not_found (foreign, missing, put away), forbidden */
export async function requireSubject(
  tx: Tx,
  { type, id }: SubjectId,
  sources: readonly SubjectSource[],
): Promise<FoundSubject> {
  const source = sources.find((candidate) => candidate.type === type);
  if (!source) throw new Error(`nobody knows the subjects "${type}"`);
  requirePermission(tx.ctx, source.permission);
  const subject = (await source.find(tx, [id])).get(id);
  if (subject) return subject;
  const message = 'What this task is about is not here (any more).';
  throw new AppError('not_found', { reason: 'subject', message, fields: [{ path: 'subject', message }] });
}
