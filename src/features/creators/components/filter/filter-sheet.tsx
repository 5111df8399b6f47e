'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { fromDraft, toDraft, type DraftGroup } from '@/features/creators/components/filter/draft';
import { FilterGroupEditor } from '@/features/creators/components/filter/filter-group-editor';
import { filterFields } from '@/features/creators/components/filter/filter-fields.data';
import { useChoices } from '@/features/creators/components/filter/use-choices';
import type { FilterGroup } from '@/features/creators/model/filter';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Button } from '@/ui/button';
import type { TableTotal } from '@/ui/data-table/data-table-column';
import { useFormat } from '@/ui/locale-provider';
import { Sheet } from '@/ui/sheet';

interface FilterSheetProps {
  filter: FilterGroup | null;
  vocabulary: CreatorVocabulary;
  total: TableTotal | undefined;
  onFilter: (filter: FilterGroup | null) => void;
  onClose: () => void;
}

const restMs = 350;

/** The filter beside the list, which follows as it is written; conditions without a value wait. */
export function FilterSheet({ filter, vocabulary, total, onFilter, onClose }: FilterSheetProps) {
  const format = useFormat();
  const fields = useMemo(() => filterFields(vocabulary.customFields), [vocabulary.customFields]);
  const choices = useChoices(vocabulary);
  const given = JSON.stringify(filter);
  const [draft, setDraft] = useState(() => toDraft(filter));
  const [applied, setApplied] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [seen, setSeen] = useState(given);
  // A chip was taken off, or the address changed: what is written here follows.
  if (seen !== given) {
    setSeen(given);
    if (given !== applied) {
      setApplied(given);
      setDraft(toDraft(filter));
    }
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: DraftGroup) => {
    setDraft(next);
    const written = fromDraft(next, fields);
    const text = JSON.stringify(written);
    clearTimeout(timer.current);
    if (text === applied) return;
    timer.current = setTimeout(() => {
      setApplied(text);
      onFilter(written);
    }, restMs);
  };
  const footer = (
    <>
      <span className="num mr-auto self-center text-ink-3" aria-live="polite">
        {total && `${format.total(total)} match`}
      </span>
      <Button variant="quiet" disabled={draft.parts.length === 0} onClick={() => change({ ...draft, parts: [] })}>
        Clear
      </Button>
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    </>
  );
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title="Filter" width="m" footer={footer}>
      <div className="p-4">
        <FilterGroupEditor group={draft} depth={1} fields={fields} choices={choices} onChange={change} />
      </div>
    </Sheet>
  );
}
