'use client';

import { useMemo } from 'react';
import { dayLabels } from '@/features/creators/components/labels.data';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { Section } from '@/ui/section';

/** Preferences and pinned notes of a creator: shown here and wherever anyone is about to write. */
export function WorksPane({ onEdit }: { onEdit?: () => void }) {
  const { record, editable } = useRecord();
  const edit = editable && onEdit && (
    <Button variant="link" size="s" className="h-auto" onClick={onEdit} aria-label="Edit preferences">
      Edit
    </Button>
  );
  return (
    <Section title={`How ${firstName(record)} works`} action={edit}>
      <Preferences record={record} />
    </Section>
  );
}

/** The same without a frame, for the composer. */
export function Preferences({ record }: { record: Pick<CreatorRecord, 'preferences' | 'pinnedNotes'> }) {
  const { preferences, pinnedNotes } = record;
  const chips = useMemo(
    () => [...preferences.formats, ...preferences.products, ...preferences.brandsToAvoid.map((brand) => `no ${brand}`)],
    [preferences],
  );
  const hours = preferences.workingHours;
  const empty = chips.length === 0 && !preferences.tone && !hours && pinnedNotes.length === 0;
  if (empty) return <p className="text-sm text-ink-3">Nothing noted yet: formats, tone, what to avoid.</p>;
  return (
    <div className="flex flex-col gap-2 text-sm">
      {preferences.tone && <p className="text-ink-2">{preferences.tone}</p>}
      {hours && (
        <p className="num text-ink-2">
          {hours.days.map((day) => dayLabels[day] ?? day).join(', ')} {hours.from}–{hours.to}
        </p>
      )}
      {chips.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {chips.map((chip) => (
            <li key={chip} className="max-w-full min-w-0">
              <Chip>{chip}</Chip>
            </li>
          ))}
        </ul>
      )}
      {pinnedNotes.map((note) => (
        <div key={note.id} className="border-l-2 border-line-strong pl-2.5 text-ink-2">
          <RichTextView html={note.html} />
          {note.author && <p className="text-xs text-ink-3">{note.author.name}</p>}
        </div>
      ))}
    </div>
  );
}

/** What one calls them: a first word of letters, else the whole name. */
function firstName({ givenName, displayName }: Pick<CreatorRecord, 'givenName' | 'displayName'>): string {
  const first = displayName.trim().split(/\s+/)[0] ?? '';
  return givenName ?? (/^\p{L}{2,}$/u.test(first) ? first : displayName);
}
