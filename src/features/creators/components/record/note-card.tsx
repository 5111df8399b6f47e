'use client';

import { Ellipsis, History, PenLine, Pin, PinOff, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { archiveNote, restoreNote, updateNote } from '@/features/creators/note-actions';
import type { Note } from '@/features/creators/schemas/creator-record';
import { useFindColleagues } from '@/features/creators/components/record/use-find-colleagues';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { forgetDraft } from '@/ui/forget-draft';
import { IconButton } from '@/ui/icon-button';
import { useFormat } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { RichTextEditor } from '@/ui/rich-text/rich-text-editor';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

const NoteHistory = dynamic(
  () => import('@/features/creators/components/record/note-history').then((module) => module.NoteHistory),
  { ssr: false },
);

/** One note: who, when, what; edited in place, with its history. */
export function NoteCard({ note }: { note: Note }) {
  const { slug } = useWorkspace();
  const { save } = useRecord();
  const format = useFormat();
  const now = useNow();
  const [mode, setMode] = useState<'read' | 'edit' | 'history'>('read');
  const { author } = note;
  const archive = async () => {
    if ((await save(() => archiveNote(slug, { id: note.id }))) !== null) return;
    notify.undoable('The note was archived', () => void save(() => restoreNote(slug, { id: note.id })));
  };
  const pin = () => void save(() => updateNote(slug, { id: note.id, pinned: !note.pinned }));
  return (
    <article className="rounded-md border border-line bg-surface px-3.5 py-3">
      <header className="mb-1.5 flex items-center gap-2">
        {author && <Avatar id={author.id} name={author.name} size="xs" />}
        <span className="font-medium">{author?.name ?? 'The API'}</span>
        <time className="text-sm text-ink-3" dateTime={note.createdAt} title={format.dateTime(note.createdAt)}>
          {format.moment(note.createdAt, now)}
        </time>
        {note.version > 1 && (
          <button
            type="button"
            className="rounded-xs text-sm text-ink-3 hover:text-ink hover:underline"
            onClick={() => setMode('history')}
          >
            edited
          </button>
        )}
        {note.pinned && (
          <span className="inline-flex items-center gap-1 text-sm text-accent-text">
            <Pin aria-hidden="true" className="size-3" />
            Pinned
          </span>
        )}
        <span className="ml-auto">
          <NoteMenu
            note={note}
            onEdit={() => setMode('edit')}
            onHistory={() => setMode('history')}
            onPin={pin}
            onArchive={() => void archive()}
          />
        </span>
      </header>
      {mode === 'edit' ? <NoteEditor note={note} onDone={() => setMode('read')} /> : <RichTextView html={note.html} />}
      {mode === 'history' && <NoteHistory noteId={note.id} onClose={() => setMode('read')} />}
    </article>
  );
}

interface NoteMenuProps {
  note: Note;
  onEdit: () => void;
  onHistory: () => void;
  onPin: () => void;
  onArchive: () => void;
}

function NoteMenu({ note, onEdit, onHistory, onPin, onArchive }: NoteMenuProps) {
  const { can } = useWorkspace();
  if (!can('note.create')) return null;
  const trigger = <IconButton size="s" aria-label="What to do with this note" icon={<Ellipsis />} />;
  return (
    <DropdownMenu align="end" trigger={trigger}>
      <MenuItem icon={<PenLine />} onSelect={onEdit}>
        Edit
      </MenuItem>
      <MenuItem icon={note.pinned ? <PinOff /> : <Pin />} onSelect={onPin}>
        {note.pinned ? 'Unpin' : 'Pin: shown to everyone who writes'}
      </MenuItem>
      {note.version > 1 && (
        <MenuItem icon={<History />} onSelect={onHistory}>
          What it said before
        </MenuItem>
      )}
      <MenuItem icon={<Trash2 />} danger onSelect={onArchive}>
        Archive
      </MenuItem>
    </DropdownMenu>
  );
}

function NoteEditor({ note, onDone }: { note: Note; onDone: () => void }) {
  const { slug } = useWorkspace();
  const { save } = useRecord();
  const people = useFindColleagues();
  const draftKey = `note-edit:${note.id}`;
  const [html, setHtml] = useState(note.html);
  const [pending, setPending] = useState(false);
  const write = async () => {
    setPending(true);
    const refusal = await save(() => updateNote(slug, { id: note.id, html, version: note.version }));
    setPending(false);
    if (refusal) return;
    forgetDraft(draftKey);
    onDone();
  };
  const leave = () => {
    forgetDraft(draftKey);
    onDone();
  };
  return (
    <div className="flex flex-col gap-2">
      <RichTextEditor
        aria-label="Note"
        autoFocus
        draftKey={draftKey}
        defaultValue={note.html}
        people={people}
        onChange={setHtml}
        onSubmit={() => void write()}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={leave}>Cancel</Button>
        <Button variant="primary" pending={pending} disabled={html === ''} onClick={() => void write()}>
          Save
        </Button>
      </div>
    </div>
  );
}
