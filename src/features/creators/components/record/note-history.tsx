'use client';

import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { noteVersionSchema } from '@/features/creators/schemas/note';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { useFormat } from '@/ui/locale-provider';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { Spinner } from '@/ui/spinner';
import { useWorkspace } from '@/ui/shell/workspace-scope';

type NoteVersion = z.output<typeof noteVersionSchema>;

/** What a note said before it was edited, newest first. */
export function NoteHistory({ noteId, onClose }: { noteId: string; onClose: () => void }) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const [versions, setVersions] = useState<NoteVersion[] | 'failed' | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<NoteVersion[]>(
      { workspace: slug, name: 'find-note-versions', signal: giveUp.signal },
      { id: noteId },
    ).then(setVersions, () => !giveUp.signal.aborted && setVersions('failed'));
    return () => giveUp.abort();
  }, [slug, noteId]);
  return (
    <section aria-label="What it said before" className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
      {versions === null && <Spinner />}
      {versions === 'failed' && <p role="alert">The history did not load. Close it and try again.</p>}
      {Array.isArray(versions) &&
        versions.map((version) => (
          <div key={version.version} className="text-ink-2">
            <p className="text-sm text-ink-3">
              {format.dateTime(version.writtenAt)}
              {version.editedBy && ` · replaced by ${version.editedBy.name}`}
            </p>
            <RichTextView html={version.html} />
          </div>
        ))}
      <Button size="s" className="self-start" onClick={onClose}>
        Close
      </Button>
    </section>
  );
}
