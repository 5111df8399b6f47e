import { creatorUpdated } from '@/features/creators/events';
import { lockCreator, staleVersion, type CreatorRow } from '@/features/creators/commands/lock-creator';
import { readCustomValues } from '@/features/creators/commands/read-custom-values';
import { saveCreator } from '@/features/creators/commands/save-creator';
import { toCreatorColumns } from '@/features/creators/commands/to-creator-columns';
import type { Changes } from '@/features/creators/model/changes';
import { diffFields } from '@/features/creators/model/diff-fields';
import { PERSONAL_FIELDS } from '@/features/creators/model/vocabulary';
import type { UpdateCreatorInput } from '@/features/creators/schemas/update-creator';
import type { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/**
 * Changes the fields that are given (null empties one) and records `creator.updated` with what they were and became;
 * custom values are merged one by one. Fields that are so already change nothing, whatever `version` says.
 * Answers the version that stands then.
 * @throws AppError not_found, invalid_input, conflict `stale_version`, forbidden (fields one may not see)
 */
export async function updateCreator(tx: Tx, { id, version, custom, ...fields }: UpdateCreatorInput): Promise<number> {
  requireSight(tx, fields);
  const row = await lockCreator(tx, id);
  const values = await readCustomValues(tx, custom ?? {});
  const changes = { ...diffFields({ ...row }, fields), ...diffCustom(row, values) };
  if (Object.keys(changes).length === 0) return row.version;
  if (version !== undefined && version !== row.version) throw staleVersion(row.version);
  const saved = await saveCreator(tx, row, {
    ...toCreatorColumns(fields),
    ...(custom && { custom: mergeCustom(row, values) }),
  });
  await recordEvent(tx, creatorUpdated, { subjectId: row.id, creatorId: row.id, payload: { changes } });
  return saved;
}

/** Nobody overwrites what they cannot see. */
function requireSight(tx: Tx, fields: object): void {
  const hidden = tx.ctx.fields.personal ? undefined : PERSONAL_FIELDS.find((field) => field in fields);
  if (hidden)
    throw new AppError('forbidden', {
      reason: 'hidden_field',
      message: `You do not see ${hidden}, so you cannot change it.`,
    });
}

type CustomValues = Awaited<ReturnType<typeof readCustomValues>>;

function diffCustom(row: CreatorRow, values: CustomValues): Changes {
  const named = Object.entries(diffFields(row.custom, values));
  return Object.fromEntries(named.map(([id, change]) => [`custom.${encodeId('customField', id)}`, change]));
}

function mergeCustom(row: CreatorRow, values: CustomValues): Prisma.InputJsonObject {
  const merged = { ...row.custom, ...values };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as Prisma.InputJsonObject;
}
