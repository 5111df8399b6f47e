'use client';

import { useMemo } from 'react';
import { isCustom } from '@/features/imports/components/mapping/target-options';
import type { CustomType } from '@/features/imports/model/custom-types';
import { presetTargets, type Preset } from '@/features/imports/model/presets';
import { targetRules, type Target } from '@/features/imports/model/target-fields';
import type { Import } from '@/features/imports/schemas/import';
import { useDraft } from '@/ui/use-draft';

export type MappingSettings = Import['settings'];

export interface MappingDraft {
  targets: Record<string, Target>;
  settings: MappingSettings;
  preset: Preset | '';
}

export interface Mapping extends MappingDraft {
  /** By column: why it cannot go where it was sent. */
  conflicts: Map<string, string>;
  setTarget: (column: string, target: Target) => void;
  /** What the custom field of a column holds. */
  setType: (column: string, type: CustomType) => void;
  setSettings: (change: Partial<MappingSettings>) => void;
  setPreset: (preset: Preset | '') => void;
  /** The server has it now. */
  clear: () => void;
}

/** What the person decided about the columns, kept in this browser until the server has taken it. */
export function useMapping(imported: Import): Mapping {
  const initial = useMemo(() => JSON.stringify(draftOf(imported)), [imported]);
  const { text, setText, clear } = useDraft(`mapping:${imported.id}`, initial);
  const draft = useMemo(() => readDraft(text, imported), [text, imported]);
  const conflicts = useMemo(() => findConflicts(imported, draft.targets), [imported, draft.targets]);
  const save = (change: Partial<MappingDraft>) => setText(JSON.stringify({ ...draft, ...change }));
  return {
    ...draft,
    conflicts,
    clear,
    setTarget: (column, target) => save({ targets: { ...draft.targets, [column]: target } }),
    setType: (column, type) =>
      save({ settings: { ...draft.settings, customTypes: { ...draft.settings.customTypes, [column]: type } } }),
    setSettings: (change) => save({ settings: { ...draft.settings, ...change } }),
    setPreset: (preset) => save({ preset, targets: targetsOfPreset(imported, preset) }),
  };
}

function draftOf({ columns, settings, preset }: Import): MappingDraft {
  return {
    targets: Object.fromEntries(columns.map(({ key, target }) => [key, target])),
    settings,
    preset: preset ?? '',
  };
}

/** A kept draft, with what it does not know taken from the import. */
function readDraft(text: string, imported: Import): MappingDraft {
  const base = draftOf(imported);
  try {
    const kept = JSON.parse(text) as Partial<MappingDraft>;
    return { ...base, ...kept, targets: { ...base.targets, ...kept.targets } };
  } catch {
    return base;
  }
}

/** Columns of the other program as it means them, all others as guessed; who loses a field becomes a field of its own. */
function targetsOfPreset({ columns }: Import, preset: Preset | ''): Record<string, Target> {
  const keys = columns.map(({ key }) => key);
  const known = preset === '' ? new Map<string, Target>() : presetTargets(preset, keys);
  const taken = new Set(known.values());
  return Object.fromEntries(
    columns.map(({ key, guessed }) => {
      const own = known.get(key);
      const lost = !own && taken.has(guessed) && !targetRules(guessed).multiple;
      return [key, own ?? (lost ? `custom:${key}` : guessed)];
    }),
  );
}

function findConflicts({ columns }: Import, targets: Record<string, Target>): Map<string, string> {
  const first = new Map<string, string>();
  const conflicts = new Map<string, string>();
  for (const { key, guessed } of columns) {
    const target = targets[key] ?? guessed;
    const { label, multiple } = targetRules(target);
    const other = first.get(target);
    if (isCustom(target) && label.trim() === '') conflicts.set(key, 'Give the field a name.');
    else if (other && !multiple) conflicts.set(key, `“${label}” already comes from “${other}”. Choose another field.`);
    else first.set(target, key);
  }
  return conflicts;
}
