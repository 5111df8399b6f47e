'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface Duplicate {
  id: string;
  displayName: string;
  why: 'handle' | 'email' | 'name';
}

const reasons = { handle: 'Same handle', email: 'Same e-mail', name: 'Same name' };

/** Other records that could be the same person, offered to a person and merged by one. */
export function DuplicatesPane({ onMerge }: { onMerge: (otherId: string) => void }) {
  const { slug, can } = useWorkspace();
  const { record, revision, editable } = useRecord();
  const [found, setFound] = useState<Duplicate[]>([]);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<Duplicate[]>(
      { workspace: slug, name: 'find-duplicates', signal: giveUp.signal },
      { creatorId: record.id },
    ).then(setFound, () => undefined);
    return () => giveUp.abort();
  }, [slug, record.id, revision]);
  if (found.length === 0) return null;
  return (
    <Section title="Possibly the same person">
      <ul className="flex flex-col gap-2">
        {found.slice(0, 5).map(({ id, displayName, why }) => (
          <li key={id} className="flex items-center gap-2">
            <Avatar id={id} name={displayName} size="xs" />
            <span className="min-w-0 flex-1">
              <Link href={`/${slug}/creators/${id}`} className="block truncate font-medium hover:underline">
                {displayName}
              </Link>
              <span className="text-sm text-ink-3">{reasons[why]}</span>
            </span>
            {editable && can('creator.merge') && (
              <Button size="s" onClick={() => onMerge(id)} aria-label={`Merge with ${displayName}`}>
                Merge
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
