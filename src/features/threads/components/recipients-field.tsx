'use client';

import { useState } from 'react';
import type { MessagePreview } from '@/features/threads/schemas/message';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { MultiCombobox } from '@/ui/combobox';
import { Skeleton } from '@/ui/skeleton';

export interface Addressee {
  name: string | null;
  address: string;
}

interface RecipientsFieldProps {
  creatorName: string;
  preview: MessagePreview | null;
  /** Chosen by the writer; null: whoever the record says. */
  to: Addressee[] | null;
  /** Everyone the record knows an address of. */
  known: Addressee[];
  onChange: (to: Addressee[] | null) => void;
}

/** Who gets it, and why: the record routes it unless the writer chooses. */
export function RecipientsField({ creatorName, preview, to, known, onChange }: RecipientsFieldProps) {
  const [choosing, setChoosing] = useState(false);
  const chosen = to ?? [];
  const reason = to === null && preview ? routingReason(creatorName, preview) : null;
  if (choosing || to !== null) {
    return (
      <Line label="To">
        <div className="min-w-0 flex-1">
          <MultiCombobox
            aria-label="To"
            placeholder="Add an address…"
            options={known.map(optionOf)}
            value={chosen.map(optionOf)}
            onValueChange={(options) => {
              const next = options.map(
                ({ value }) => known.find(({ address }) => address === value) ?? { name: null, address: value },
              );
              onChange(next.length > 0 ? next : null);
            }}
            onCreate={(address) => onChange([...chosen, { name: null, address }])}
          />
        </div>
        <Button
          variant="link"
          onClick={() => {
            setChoosing(false);
            onChange(null);
          }}
        >
          As the record says
        </Button>
      </Line>
    );
  }
  return (
    <>
      <Line label="To">
        {preview ? <People people={preview.to} /> : <Skeleton className="w-40" />}
        <Button variant="link" onClick={() => setChoosing(true)}>
          Change
        </Button>
      </Line>
      {preview && preview.cc.length > 0 && (
        <Line label="Copy">
          <People people={preview.cc} />
        </Line>
      )}
      {reason && <p className="pl-16 text-sm text-ink-3">{reason}</p>}
    </>
  );
}

const optionOf = ({ name, address }: Addressee) => ({
  value: address,
  label: name ?? address,
  ...(name && { hint: address }),
});

function People({ people }: { people: MessagePreview['to'] }) {
  if (people.length === 0) return <span className="flex-1 text-ink-3">Nobody yet</span>;
  return (
    <ul className="flex min-w-0 flex-1 flex-wrap gap-1.5">
      {people.map(({ name, address }) => (
        <li key={`${name ?? ''} ${address ?? ''}`} className="max-w-full min-w-0">
          <Chip>{[name, address].filter(Boolean).join(' · ')}</Chip>
        </li>
      ))}
    </ul>
  );
}

/** Says when it goes to somebody else than one would think. */
function routingReason(creatorName: string, { to, cc }: MessagePreview): string | null {
  const others = to.filter(({ name }) => name !== creatorName).map(({ name, address }) => name ?? address);
  if (others.length > 0) {
    return `It goes to ${others.join(' and ')} instead of ${creatorName}, as the record says.`;
  }
  const copied = cc.map(({ name, address }) => name ?? address);
  return copied.length > 0
    ? `${copied.join(' and ')} ${copied.length > 1 ? 'are' : 'is'} copied, as the record says.`
    : null;
}

export function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-start gap-2">
      <span className="w-14 shrink-0 pt-1 text-ink-3">{label}</span>
      <div className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
