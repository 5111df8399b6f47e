'use client';

import { useMemo } from 'react';
import type { ChoiceSource, FilterField } from '@/features/creators/components/filter/filter-fields.data';
import {
  countryCodes,
  languageCodes,
  legalBasisLabels,
  sourceLabels,
} from '@/features/creators/components/labels.data';
import { useNames } from '@/features/creators/components/use-names';
import { STAGES } from '@/features/creators/model/vocabulary';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { PLATFORMS, platformRules } from '@/shared/identity/platforms';
import type { ComboboxOption } from '@/ui/combobox-panel';
import { statuses } from '@/ui/status';

export interface Choices {
  of: (field: FilterField) => readonly ComboboxOption[];
  /** A value as a person reads it; one that is gone stays as it is. */
  label: (field: FilterField, value: string) => string;
}

/** The values that fields of the kind "one of" and "some of" can have, by their names. */
export function useChoices({ me, members, tags }: CreatorVocabulary): Choices {
  const names = useNames();
  return useMemo(() => {
    const options = (values: readonly string[], label: (value: string) => string) =>
      values.map((value) => ({ value, label: label(value) }));
    const byName = (list: ComboboxOption[]) => list.sort((a, b) => a.label.localeCompare(b.label));
    const known: Record<ChoiceSource, readonly ComboboxOption[]> = {
      stage: options(STAGES, (stage) => statuses.creatorStage[stage as (typeof STAGES)[number]].label),
      owner: [
        ...(me ? [{ value: 'me', label: 'Me' }] : []),
        ...members.map(({ id, name }) => ({ value: id, label: name })),
      ],
      country: byName(options(countryCodes, names.country)),
      platform: options(PLATFORMS, (platform) => platformRules[platform as (typeof PLATFORMS)[number]].label),
      source: options(Object.keys(sourceLabels), (value) => sourceLabels[value] ?? value),
      legalBasis: options(Object.keys(legalBasisLabels), (value) => legalBasisLabels[value] ?? value),
      tags: tags.map(({ id, name }) => ({ value: id, label: name })),
      languages: byName(options(languageCodes, names.language)),
      options: [],
    };
    const choicesOf = (field: FilterField) =>
      field.options ? options(field.options, (value) => value) : known[field.source ?? 'options'];
    return {
      of: choicesOf,
      label: (field, value) => choicesOf(field).find((option) => option.value === value)?.label ?? value,
    };
  }, [me, members, tags, names]);
}
