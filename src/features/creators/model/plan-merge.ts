import { isSameValue } from '@/features/creators/model/diff-fields';
import type { Changes } from '@/features/creators/model/changes';

/** What is said of one creator, field by field; `custom.<id>` and `preferences.<field>` among them. */
export interface MergeParty {
  id: string;
  displayName: string;
  facts: Readonly<Record<string, unknown>>;
}

export interface MergePlan {
  /** Fields of the survivor that will say something else. */
  filled: Changes;
  /** Fields on which the parties differ; the survivor's stands unless a choice was made. */
  conflicts: { field: string; values: { creatorId: string; value: unknown }[] }[];
}

/** What one of them has, all of them have: better silent once too often than written to against their will. */
const strictest = new Set(['doNotContact', 'isMinor']);
/** Of these the latest stands. */
const latest = new Set(['lastContactedAt', 'lastActivityAt']);
/** Values that say nothing. */
const blanks: Record<string, unknown> = { stage: 'prospect', legalBasis: 'unknown' };

/**
 * What the survivor of a merge takes over: the values chosen (`keep`: field → whose), else what it lacks, from the
 * first that has it.
 */
export function planMerge(
  survivor: MergeParty,
  merged: readonly MergeParty[],
  keep: Readonly<Record<string, string>> = {},
): MergePlan {
  const parties = [survivor, ...merged];
  const filled: Changes = {};
  const conflicts: MergePlan['conflicts'] = [];
  for (const field of new Set(parties.flatMap(({ facts }) => Object.keys(facts)))) {
    const from = survivor.facts[field] ?? null;
    const to = resultOf(field, parties, keep[field]);
    if (!isSameValue(from, to)) filled[field] = { from, to };
    const said = parties.filter(({ facts }) => !isBlank(field, facts[field]));
    if (said.some(({ facts }) => !isSameValue(facts[field], said[0]?.facts[field])) && !isSettled(field))
      conflicts.push({ field, values: said.map(({ id, facts }) => ({ creatorId: id, value: facts[field] })) });
  }
  return { filled, conflicts };
}

function resultOf(field: string, parties: readonly MergeParty[], keptOf: string | undefined): unknown {
  const values = parties.map(({ facts }) => facts[field] ?? null);
  if (strictest.has(field)) return values.includes(true);
  if (latest.has(field))
    return (
      values
        .filter((value) => value !== null)
        .sort()
        .at(-1) ?? null
    );
  const chosen = parties.find((party) => party.id === keptOf);
  if (chosen) return chosen.facts[field] ?? null;
  return values.find((value) => !isBlank(field, value)) ?? values[0];
}

function isSettled(field: string): boolean {
  return strictest.has(field) || latest.has(field);
}

function isBlank(field: string, value: unknown): boolean {
  return (
    value === null || value === undefined || value === blanks[field] || (Array.isArray(value) && value.length === 0)
  );
}

/** A merge into the same survivor that stands, in the order they were made. */
export interface StandingMerge {
  id: string;
  filled: Changes;
}

export interface MergeUndoing {
  /** Fields of the survivor to set back. */
  restored: Record<string, unknown>;
  /** Later merges that took over a value from this one: what they set back to instead. */
  relinked: StandingMerge[];
}

/**
 * What undoing a merge sets back: each field it filled, if it still says what the merge wrote. Where a later merge took
 * over from there, that one learns what to set back to, so that the order of undoing does not matter.
 */
export function planUndo(
  undone: StandingMerge,
  later: readonly StandingMerge[],
  present: Readonly<Record<string, unknown>>,
): MergeUndoing {
  const restored: Record<string, unknown> = {};
  const relinked = new Map<string, StandingMerge>();
  for (const [field, { from, to }] of Object.entries(undone.filled)) {
    const next = later.find((merge) => field in merge.filled);
    const change = next?.filled[field];
    if (next && change) {
      if (!isSameValue(change.from, to)) continue;
      const known = relinked.get(next.id) ?? next;
      relinked.set(next.id, { ...known, filled: { ...known.filled, [field]: { from, to: change.to } } });
    } else if (isSameValue(present[field] ?? null, to)) restored[field] = from;
  }
  return { restored, relinked: [...relinked.values()] };
}
