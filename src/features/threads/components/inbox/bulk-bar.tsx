'use client';

import { Check, Clock, UserRound, X } from 'lucide-react';
import { laterTimes } from '@/features/threads/components/inbox/later-times';
import type { MemberDto } from '@/features/members/schemas/member';
import type { ChangedThreads } from '@/features/threads/schemas/thread-commands';
import { changeThreads, markThreadsRead } from '@/features/threads/thread-actions';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { useLocale } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

interface BulkBarProps {
  ids: readonly string[];
  members: readonly MemberDto[];
  onDone: () => void;
  onClear: () => void;
}

/** One change to all that are chosen. */
export function BulkBar({ ids, members, onDone, onClear }: BulkBarProps) {
  const { slug, can } = useWorkspace();
  const { timeZone } = useLocale();
  const now = useNow();
  const change = async (one: object, undo?: object) => {
    const answer = await changeThreads(slug, { ids, change: one }).catch(() => null);
    onDone();
    if (!answer?.ok) {
      notify.failed('Nothing was changed', { description: answer?.error.message ?? 'The server did not answer.' });
      return;
    }
    const said = textOf(answer.data);
    if (undo) notify.undoable(said, () => void change(undo));
    else notify.done(said);
  };
  return (
    <div
      role="toolbar"
      aria-label="Chosen conversations"
      className="flex shrink-0 flex-wrap items-center gap-1 border-b border-line bg-accent-soft px-2.5 py-1.5"
    >
      <span className="num mr-1 font-medium">{ids.length} chosen</span>
      {can('thread.update') && (
        <>
          <Button size="s" icon={<Check />} onClick={() => void change({ kind: 'done' }, { kind: 'open' })}>
            Done
          </Button>
          <Button
            size="s"
            icon={<Clock />}
            onClick={() =>
              void change({ kind: 'snooze', until: laterTimes(now, timeZone).tomorrow.toISOString() }, { kind: 'open' })
            }
          >
            Tomorrow
          </Button>
          <DropdownMenu
            trigger={
              <Button size="s" icon={<UserRound />}>
                Assign
              </Button>
            }
          >
            {members.map(({ id, name }) => (
              <MenuItem
                key={id}
                icon={<Avatar id={id} name={name} size="xs" />}
                onSelect={() => void change({ kind: 'assignee', assigneeId: id })}
              >
                {name}
              </MenuItem>
            ))}
            <MenuItem onSelect={() => void change({ kind: 'assignee', assigneeId: null })}>Nobody</MenuItem>
          </DropdownMenu>
        </>
      )}
      <Button size="s" onClick={() => void markThreadsRead(slug, { ids, read: true }).then(onDone)}>
        Read
      </Button>
      <IconButton className="ml-auto" size="s" aria-label="Choose none" icon={<X />} onClick={onClear} />
    </div>
  );
}

function textOf({ changed, refused }: ChangedThreads): string {
  const left = refused.length > 0 ? `, ${refused.length} could not be` : '';
  return `${changed} changed${left}`;
}
