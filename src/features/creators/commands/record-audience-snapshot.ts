import { lockHandle } from '@/features/creators/commands/lock-handle';
import { isSameValue } from '@/features/creators/model/diff-fields';
import type { RecordAudienceInput } from '@/features/creators/schemas/handle-commands';
import { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';
import { newId } from '@/shared/ids';

/**
 * Adds who follows a handle as a source reported it: shares of one. Append-only, no event. The same report again adds
 * nothing. Answers the snapshot's id. @throws AppError not_found
 */
export async function recordAudienceSnapshot(tx: Tx, input: RecordAudienceInput): Promise<string> {
  const { asOf, source } = input;
  const handle = await lockHandle(tx, input.handleId);
  const shares = { countries: input.countries, ages: input.ages, genders: input.genders, languages: input.languages };
  const known = await tx.db.audienceSnapshot.findMany({ where: { handleId: handle.id, asOf, source } });
  const same = known.find(
    (snapshot) =>
      (['countries', 'ages', 'genders', 'languages'] as const).every((name) =>
        isSameValue(snapshot[name], shares[name] ?? null),
      ) && snapshot.authenticity === (input.authenticity ?? null),
  );
  if (same) return same.id;
  const id = newId();
  const stored = Object.fromEntries(Object.entries(shares).map(([name, value]) => [name, value ?? Prisma.DbNull]));
  await tx.db.audienceSnapshot.create({
    data: {
      ...stored,
      id,
      workspaceId: tx.ctx.workspaceId,
      handleId: handle.id,
      asOf,
      source,
      authenticity: input.authenticity ?? null,
    },
  });
  return id;
}
