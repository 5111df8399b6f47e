'use client';

import { useDescribe } from '@/features/creators/components/filter/use-describe';
import type { FilterGroup } from '@/features/creators/model/filter';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Chip } from '@/ui/chip';

interface FilterChipsProps {
  filter: FilterGroup | null;
  vocabulary: CreatorVocabulary;
  onOpen: () => void;
  onFilter: (filter: FilterGroup | null) => void;
}

/** The filter in words, one chip a condition; a chip opens it, its cross takes it off. */
export function FilterChips({ filter, vocabulary, onOpen, onFilter }: FilterChipsProps) {
  const describe = useDescribe(vocabulary);
  if (!filter || filter.conditions.length === 0) return null;
  const without = (index: number) => {
    const conditions = filter.conditions.filter((_, place) => place !== index);
    onFilter(conditions.length > 0 ? { ...filter, conditions } : null);
  };
  return (
    <ul aria-label="Filter" className="flex min-w-0 flex-wrap items-center gap-1.5">
      {filter.conditions.map((part, index) => {
        const words = describe(part);
        return (
          <li key={`${index} ${words}`} className="flex max-w-72 min-w-0 items-center gap-1.5">
            {index > 0 && filter.combine === 'or' && <span className="text-sm text-ink-3">or</span>}
            <Chip onRemove={() => without(index)} removeLabel={`Remove: ${words}`}>
              <button type="button" onClick={onOpen} title={words} className="hover:text-ink">
                {words}
              </button>
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}
