'use client';

import { ArrowLeftRight } from 'lucide-react';
import { useSayValue } from '@/features/creators/components/record/use-say-value';
import type { MergePreview } from '@/features/creators/schemas/merge';
import { fieldLabel } from '@/features/creators/schemas/field-labels.data';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { useFormat } from '@/ui/locale-provider';

interface MergeFieldsProps {
  preview: MergePreview;
  /** Field → the creator whose value stands. */
  keep: Record<string, string>;
  onKeep: (keep: Record<string, string>) => void;
  onSwap: () => void;
}

/** Both records side by side: who stays, and for each difference whose word counts. */
export function MergeFields({ preview, keep, onKeep, onSwap }: MergeFieldsProps) {
  const { survivor, merged, conflicts, filled } = preview;
  const sayValue = useSayValue();
  const parties = [survivor, ...merged];
  const taken = Object.entries(filled).filter(([field]) => !conflicts.some((conflict) => conflict.field === field));
  return (
    <>
      <div className="flex flex-wrap items-stretch gap-3">
        <Party party={survivor} title="Stays" />
        <Button variant="quiet" icon={<ArrowLeftRight />} className="self-center" onClick={onSwap}>
          Swap
        </Button>
        {merged.map((party) => (
          <Party key={party.id} party={party} title="Becomes part of it" />
        ))}
      </div>
      {conflicts.length > 0 && (
        <div className="overflow-x-auto rounded-md border border-line">
          {conflicts.map(({ field, values }) => (
            <fieldset key={field} className="border-b border-line px-3 py-2 last:border-b-0">
              <legend className="float-left w-32 pt-1 text-ink-3">{fieldLabel(field)}</legend>
              <div className="flex flex-wrap gap-x-5 gap-y-1">
                {values.map(({ creatorId, value }) => (
                  <label key={creatorId} className="flex min-h-7 min-w-40 flex-1 items-center gap-2">
                    <input
                      type="radio"
                      name={`keep ${field}`}
                      checked={(keep[field] ?? survivor.id) === creatorId}
                      onChange={() => onKeep({ ...keep, [field]: creatorId })}
                      className="accent-(--accent)"
                    />
                    <span className="[overflow-wrap:anywhere]">{sayValue(field, value)}</span>
                    <span className="sr-only">
                      of {parties.find(({ id }) => id === creatorId)?.displayName ?? 'the other'}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      )}
      {taken.length > 0 && (
        <p className="text-ink-2">
          Filled in from the other:{' '}
          {taken.map(([field, { to }]) => `${fieldLabel(field)} (${sayValue(field, to)})`).join(', ')}.
        </p>
      )}
      {conflicts.length === 0 && taken.length === 0 && <p className="text-ink-2">They say the same in every field.</p>}
    </>
  );
}

function Party({ party, title }: { party: MergePreview['survivor']; title: string }) {
  const format = useFormat();
  const counts = Object.entries(party.counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${format.number(count)} ${count === 1 ? what.replace(/s$/, '') : what}`);
  return (
    <div className="flex min-w-48 flex-1 items-start gap-2.5 rounded-md border border-line px-3 py-2.5">
      <Avatar id={party.id} name={party.displayName} />
      <div className="min-w-0">
        <p className="text-sm text-ink-3">{title}</p>
        <p className="truncate font-semibold">{party.displayName}</p>
        <p className="num text-sm text-ink-2">{counts.join(' · ') || 'nothing attached'}</p>
      </div>
    </div>
  );
}
