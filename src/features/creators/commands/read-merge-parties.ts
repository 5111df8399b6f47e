import { lockCreator, lockCreators, type CreatorRow } from '@/features/creators/commands/lock-creator';
import type { MergeParty } from '@/features/creators/model/plan-merge';
import type { MergeCreatorsInput } from '@/features/creators/schemas/merge';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

export interface MergeParties {
  row: CreatorRow;
  survivor: MergeParty;
  /** The others that stand alone so far; those in the survivor's group already are left out. */
  merged: MergeParty[];
}

/** The creators of a merge, held, each as the one that stands for it now. @throws AppError not_found, invalid_input */
export async function readMergeParties(tx: Tx, input: MergeCreatorsInput): Promise<MergeParties> {
  const known = await tx.db.creator.count({ where: { id: { in: input.mergedIds } } });
  if (known !== new Set(input.mergedIds).size) throw new AppError('not_found');
  if (input.mergedIds.every((id) => id === input.survivorId))
    throw new AppError('invalid_input', {
      message: 'A creator cannot be merged into itself.',
      fields: [{ path: 'mergedIds', message: 'must name another creator than survivorId' }],
    });
  const rows = await lockCreators(tx, [input.survivorId, ...input.mergedIds]);
  const row = await lockCreator(tx, input.survivorId);
  const others = rows.filter(({ id }) => id !== row.id);
  const facts = await readFacts(tx, [row, ...others]);
  const party = ({ id, displayName }: CreatorRow) => ({ id, displayName, facts: facts.get(id) ?? {} });
  const parties = { row, survivor: party(row), merged: others.map(party) };
  requireChoices(parties, input.keep);
  return parties;
}

/** @throws AppError invalid_input for a field nobody has or a creator who is no part of this */
function requireChoices({ survivor, merged }: MergeParties, keep: Readonly<Record<string, string>> = {}): void {
  const parties = [survivor, ...merged];
  const fields = Object.entries(keep)
    .filter(([field, id]) => !parties.some((party) => party.id === id) || !parties.some(({ facts }) => field in facts))
    .map(([field]) => ({
      path: `keep.${field}`,
      message: 'must name a field, and one of the creators that are merged',
    }));
  if (fields.length > 0) throw new AppError('invalid_input', { message: 'A choice in keep cannot be read.', fields });
}

/** What is said of each creator, as JSON values. */
export async function readFacts(tx: Tx, rows: readonly CreatorRow[]): Promise<Map<string, Record<string, unknown>>> {
  const preferences = await tx.db.preference.findMany({ where: { creatorId: { in: rows.map((row) => row.id) } } });
  return new Map(
    rows.map((row) => [
      row.id,
      factsOf(
        row,
        preferences.find(({ creatorId }) => creatorId === row.id),
      ),
    ]),
  );
}

type Preferences = Awaited<ReturnType<Tx['db']['preference']['findMany']>>[number];

function factsOf(creator: CreatorRow, preferences: Preferences | undefined): Record<string, unknown> {
  const { id: _id, rootId: _root, version: _version, archivedAt: _archived, custom, ...fields } = creator;
  const { formats = [], topics = [], brandsToAvoid = [], products = [] } = preferences ?? {};
  const style = { formats, topics, brandsToAvoid, products, tone: preferences?.tone ?? null };
  const facts = {
    ...fields,
    ...withPrefix('custom', custom),
    ...withPrefix('preferences', { ...style, workingHours: preferences?.workingHours ?? null }),
  };
  return JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
}

function withPrefix(prefix: string, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));
}
