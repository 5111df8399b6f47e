'use client';

import { formalityLabels, legalBasisLabels } from '@/features/creators/components/labels.data';
import { useVocabulary } from '@/features/creators/components/record/use-vocabulary';
import { useNames } from '@/features/creators/components/use-names';
import { statuses } from '@/ui/status';

/** Says the value of a field of a creator in words: the owner by name, a country by what it is called, not by its code. */
export function useSayValue(): (field: string, value: unknown) => string {
  const names = useNames();
  const { members } = useVocabulary(true);
  const nameOfMember = (id: string) => members.find((member) => member.id === id)?.name ?? '…';
  const sayings: Record<string, (text: string) => string | undefined> = {
    owner: nameOfMember,
    ownerId: nameOfMember,
    country: names.country,
    languages: names.language,
    stage: (stage) => Object.entries(statuses.creatorStage).find(([name]) => name === stage)?.[1].label,
    formality: (formality) => formalityLabels[formality],
    legalBasis: (basis) => legalBasisLabels[basis],
  };
  return (field, value) => valueText(value, (text) => sayings[field]?.(text) ?? text);
}

function valueText(value: unknown, say: (text: string) => string): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') {
    return (
      Object.values(value)
        .map((part) => valueText(part, say))
        .join(', ') || 'nothing'
    );
  }
  return typeof value === 'string' || typeof value === 'number' ? say(String(value)) : 'something';
}
