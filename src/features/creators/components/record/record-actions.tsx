'use client';

import {
  Archive,
  ArchiveRestore,
  Ban,
  Banknote,
  Combine,
  Ellipsis,
  NotebookPen,
  PenLine,
  Send,
  UserRound,
} from 'lucide-react';
import { archiveCreator, restoreCreator } from '@/features/creators/actions';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';

/** What opens over the record. */
export type RecordPanel =
  'write' | 'quote' | 'details' | 'handles' | 'contact' | 'preferences' | 'merge' | 'doNotContact' | 'minor';

interface RecordActionsProps {
  onOpen: (panel: RecordPanel) => void;
  /** Goes to the notes and begins one. */
  onNote: () => void;
}

/** What one does with a creator: write, log a quote, note; the rest in a menu. */
export function RecordActions({ onOpen, onNote }: RecordActionsProps) {
  const { record, editable } = useRecord();
  const { can } = useWorkspace();
  const group = 'Creator';
  const mayWrite = can('message.send') && record.archivedAt === null;
  const mayQuote = can('quote.create') && record.archivedAt === null;
  const mayNote = can('note.create');
  useShortcut('c', 'Write', { handler: () => onOpen('write'), group, enabled: mayWrite });
  useShortcut('q', 'Log a quote', { handler: () => onOpen('quote'), group, enabled: mayQuote });
  useShortcut('n', 'Note', { handler: onNote, group, enabled: mayNote });
  return (
    <>
      {mayNote && (
        <Button icon={<NotebookPen />} kbd="N" onClick={onNote}>
          Note
        </Button>
      )}
      {mayQuote && (
        <Button icon={<Banknote />} onClick={() => onOpen('quote')} aria-keyshortcuts="q">
          Log quote
        </Button>
      )}
      {mayWrite && (
        <Button variant="primary" icon={<Send />} kbd="C" onClick={() => onOpen('write')}>
          Write
        </Button>
      )}
      {(editable || can('creator.archive')) && <MoreMenu onOpen={onOpen} />}
    </>
  );
}

function MoreMenu({ onOpen }: Pick<RecordActionsProps, 'onOpen'>) {
  const { record, editable } = useRecord();
  const { can } = useWorkspace();
  const archive = useArchive();
  return (
    <DropdownMenu align="end" trigger={<IconButton aria-label="More actions" icon={<Ellipsis />} />}>
      {editable && (
        <>
          <MenuItem icon={<PenLine />} onSelect={() => onOpen('details')}>
            Edit details
          </MenuItem>
          <MenuItem icon={<UserRound />} onSelect={() => onOpen('minor')}>
            Minor and guardian
          </MenuItem>
          {can('creator.merge') && (
            <MenuItem icon={<Combine />} onSelect={() => onOpen('merge')}>
              Merge with another
            </MenuItem>
          )}
          <MenuItem icon={<Ban />} danger={!record.doNotContact} onSelect={() => onOpen('doNotContact')}>
            {record.doNotContact ? 'Lift do not contact' : 'Do not contact'}
          </MenuItem>
        </>
      )}
      {can('creator.archive') && (
        <>
          {editable && <MenuSeparator />}
          {record.archivedAt === null ? (
            <MenuItem icon={<Archive />} onSelect={archive.archive}>
              Archive
            </MenuItem>
          ) : (
            <MenuItem icon={<ArchiveRestore />} onSelect={archive.restore}>
              Restore
            </MenuItem>
          )}
        </>
      )}
    </DropdownMenu>
  );
}

/** Archives with a way back, and the way back. */
export function useArchive(): { archive: () => void; restore: () => void } {
  const { slug } = useWorkspace();
  const { record, save } = useRecord();
  const { id, displayName } = record;
  const restore = async () => {
    if ((await save(() => restoreCreator(slug, { id }))) === null) notify.done(`${displayName} is back`);
  };
  const archive = async () => {
    if ((await save(() => archiveCreator(slug, { id }))) !== null) return;
    notify.undoable(`${displayName} was archived`, () => void restore(), { description: 'Nothing of theirs is lost.' });
  };
  return { archive: () => void archive(), restore: () => void restore() };
}
