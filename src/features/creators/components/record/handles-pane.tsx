'use client';

import { useFollowerChanges } from '@/features/creators/components/record/use-follower-changes';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { FollowerChange } from '@/features/creators/model/follower-change';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { platformRules, type Platform } from '@/shared/identity/platforms';
import { Button } from '@/ui/button';
import { DescriptionList } from '@/ui/description-list';
import { useFormat } from '@/ui/locale-provider';
import { Section } from '@/ui/section';

type Handle = CreatorRecord['handles'][number];

/** Every account with its followers and since when they are known. */
export function HandlesPane({ onEdit }: { onEdit: () => void }) {
  const { record, editable } = useRecord();
  const changes = useFollowerChanges();
  const edit = editable && (
    <Button variant="link" size="s" className="h-auto" onClick={onEdit} aria-label="Edit handles">
      {record.handles.length === 0 ? 'Add' : 'Edit'}
    </Button>
  );
  return (
    <Section title="Handles" action={edit}>
      {record.handles.length === 0 ? (
        <p className="text-sm text-ink-3">No account is known yet.</p>
      ) : (
        <DescriptionList
          items={record.handles.map((handle) => ({
            key: handle.id,
            term: platformRules[handle.platform as Platform].label,
            value: <HandleLine handle={handle} change={changes.get(handle.id) ?? null} />,
          }))}
        />
      )}
    </Section>
  );
}

function HandleLine({ handle, change }: { handle: Handle; change: FollowerChange | null }) {
  const format = useFormat();
  const { followers, followersAsOf, url } = handle;
  const name = handle.platform === 'blog' || handle.platform === 'podcast' ? handle.name : `@${handle.name}`;
  return (
    <>
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer" className="hover:underline">
          {name}
        </a>
      ) : (
        name
      )}
      {followers !== null && (
        <span className="num" title={`${format.number(followers)}, as of ${format.date(followersAsOf)}`}>
          {' · '}
          {format.compact(followers)}
        </span>
      )}
      {change && Math.abs(change.share) >= 0.0005 && (
        <span
          title={`since ${format.date(change.since)}`}
          className={change.share > 0 ? 'num text-done' : 'num text-late'}
        >
          {' '}
          {format.change(change.share)}
        </span>
      )}
    </>
  );
}
