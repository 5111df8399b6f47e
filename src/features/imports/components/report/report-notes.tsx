'use client';

import Link from 'next/link';
import { counted, creatorWords, rowWords } from '@/features/imports/components/counted';
import type { FollowedImport } from '@/features/imports/components/use-import';
import type { Import } from '@/features/imports/schemas/import';
import { Callout } from '@/ui/callout';
import type { Format } from '@/ui/format';
import { useFormat } from '@/ui/locale-provider';
import { Spinner } from '@/ui/spinner';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

/** Who imported it and when, how it ended, and what an undo took back. */
export function ReportNotes({ followed: { current, lost } }: { followed: FollowedImport }) {
  const format = useFormat();
  const now = useNow();
  const { createdBy, createdAt, finishedAt, state, failure, counts, progress } = current;
  return (
    <>
      <p className="text-sm text-ink-3">
        {format.moment(finishedAt ?? createdAt, now)} by {createdBy ?? 'a program'}.
        {counts.rows > 0 && ' Choose a number to see its rows.'}
      </p>
      {lost && (
        <Callout tone="attention" urgent>
          The server does not answer. This page asks again by itself.
        </Callout>
      )}
      {state === 'failed' && (
        <Callout tone="late" title="The import stopped">
          {failure ?? 'The worker could not go on.'} {counted(format, counts.rows, rowWords)} were done and stay;
          resuming goes on with the next one.
        </Callout>
      )}
      {state === 'cancelled' && (
        <Callout tone="planned" title="Cancelled">
          {counted(format, counts.rows, rowWords)} of {format.number(progress.total)} were done before it was cancelled.
        </Callout>
      )}
      {current.undo && <UndoNote imported={current} format={format} />}
    </>
  );
}

function UndoNote({ imported: { undo, state }, format }: { imported: Import; format: Format }) {
  const { slug } = useWorkspace();
  if (!undo) return null;
  if (state !== 'undone') {
    return (
      <Callout title="Being undone" action={<Spinner />}>
        {counted(format, undo.left, rowWords)} left. You can leave this page; the undoing goes on.
      </Callout>
    );
  }
  const more = undo.keptCount - undo.kept.length;
  return (
    <Callout tone={undo.keptCount > 0 ? 'attention' : 'done'} title="Undone">
      {counted(format, undo.deleted, creatorWords)} taken away, {counted(format, undo.restored, creatorWords)} given
      back their earlier values.
      {undo.keptCount > 0 && (
        <>
          {' '}
          Kept, because somebody has changed them since:{' '}
          {undo.kept.map(({ id, displayName }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/${slug}/creators/${id}`} className="text-accent-text underline">
                {displayName}
              </Link>
            </span>
          ))}
          {more > 0 && ` and ${format.number(more)} more`}.
        </>
      )}
    </Callout>
  );
}
