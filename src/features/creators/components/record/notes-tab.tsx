'use client';

import { NotebookPen } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { createNote } from '@/features/creators/note-actions';
import { NoteCard } from '@/features/creators/components/record/note-card';
import { useFindColleagues } from '@/features/creators/components/record/use-find-colleagues';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { Note } from '@/features/creators/schemas/creator-record';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { EmptyState } from '@/ui/empty-state';
import { forgetDraft } from '@/ui/forget-draft';
import { ListEnd } from '@/ui/list-end';
import { RichTextEditor } from '@/ui/rich-text/rich-text-editor';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useDraft } from '@/ui/use-draft';
import { usePages, type Page, type Pages } from '@/ui/use-pages';

const idOf = (note: Note) => note.id;
const draftKeyOf = (creatorId: string) => `note:${creatorId}`;

/** What colleagues wrote about a creator, the field for the next note above it. */
export function NotesTab({ writing, onWriting }: { writing: boolean; onWriting: (writing: boolean) => void }) {
  const { slug, can } = useWorkspace();
  const { record, revision } = useRecord();
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<Page<Note>>(
        { workspace: slug, name: 'find-notes', signal },
        { creatorId: record.id, limit: 30, ...(cursor && { cursor }) },
      ),
    [slug, record.id],
  );
  const pages = usePages({ load, idOf, revision });
  const mayNote = can('note.create');
  const beginLabel = useBeginLabel(record.id);
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-3 px-5 py-4 max-sm:px-3">
      {mayNote && writing && <NewNote onDone={() => onWriting(false)} />}
      {mayNote && !writing && pages.items.length > 0 && (
        <Button icon={<NotebookPen />} className="self-start" onClick={() => onWriting(true)}>
          {beginLabel}
        </Button>
      )}
      {pages.loading && <Skeleton className="h-24 rounded-md" />}
      {isEmpty(pages) && !writing && (
        <NoNotes label={beginLabel} onWrite={mayNote ? () => onWriting(true) : undefined} />
      )}
      <ul aria-label="Notes" className="flex flex-col gap-3">
        {pages.items.map((note) => (
          <li key={note.id}>
            <NoteCard note={note} />
          </li>
        ))}
      </ul>
      <ListEnd
        hasMore={pages.hasMore}
        loading={pages.loadingMore}
        failed={pages.failed}
        onReached={pages.more}
        onRetry={pages.again}
      />
    </div>
  );
}

/** A note that was begun and not saved is gone on with. */
function useBeginLabel(creatorId: string): string {
  return useDraft(draftKeyOf(creatorId)).kept ? 'Go on with your note' : 'New note';
}

function isEmpty({ loading, failed, items }: Pages<Note>): boolean {
  return !loading && !failed && items.length === 0;
}

function NoNotes({ label, onWrite }: { label: string; onWrite: (() => void) | undefined }) {
  return (
    <EmptyState
      icon={<NotebookPen />}
      title="No notes yet"
      description="What the next colleague should know: how the call went, what was promised. @ names a colleague."
      action={
        onWrite && (
          <Button variant="primary" onClick={onWrite}>
            {label}
          </Button>
        )
      }
    />
  );
}

function NewNote({ onDone }: { onDone: () => void }) {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const people = useFindColleagues();
  const draftKey = draftKeyOf(record.id);
  const [html, setHtml] = useState('');
  const [pending, setPending] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const write = async () => {
    if (html === '' || pending) return;
    setPending(true);
    const refusal = await save(() => createNote(slug, { creatorId: record.id, html }));
    setPending(false);
    if (refusal) return;
    forgetDraft(draftKey);
    onDone();
  };
  return (
    <div ref={box} className="flex flex-col gap-2">
      <RichTextEditor
        aria-label="New note"
        autoFocus
        draftKey={draftKey}
        placeholder="What should the next colleague know? @ names someone."
        people={people}
        onChange={setHtml}
        onSubmit={() => void write()}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Later</Button>
        <Button variant="primary" pending={pending} disabled={html === ''} kbd="⌘↵" onClick={() => void write()}>
          Save note
        </Button>
      </div>
    </div>
  );
}
