'use client';

import { Bell, BellOff, Check, Clock, Flag, MoreHorizontal, RotateCcw, UserRound } from 'lucide-react';
import { useState } from 'react';
import { hoursLater, laterTimes } from '@/features/threads/components/inbox/later-times';
import { moveOf } from '@/features/threads/components/inbox/thread-moves';
import type { ThreadMove } from '@/features/threads/components/inbox/use-inbox';
import { THREAD_PRIORITIES } from '@/features/threads/model/decide-thread-change';
import type { MemberDto } from '@/features/members/schemas/member';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { followThread, markThreadsRead } from '@/features/threads/thread-actions';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';

interface ThreadButtonsProps {
  thread: ThreadDto;
  members: readonly MemberDto[];
  onMove: (move: ThreadMove) => void;
  onChanged: () => void;
}

const group = 'Conversation';

/** What can be done with a conversation as a whole. */
export function ThreadButtons({ thread, members, onMove, onChanged }: ThreadButtonsProps) {
  const { can } = useWorkspace();
  const may = can('thread.update');
  const open = thread.state === 'open';
  const me = members.find(({ isMe }) => isMe);
  const now = useNow();
  const { timeZone } = useLocale();
  const finish = () => onMove(open || thread.state === 'snoozed' ? moveOf.done(thread) : moveOf.open(thread));
  useShortcut('e', 'Done, or open again', { group, handler: finish, enabled: may });
  useShortcut('a', 'Take it, or give it back', {
    group,
    handler: () => me && onMove(moveOf.assign(thread, thread.assignee?.id === me.id ? null : me)),
    enabled: may,
  });
  useShortcut('h', 'Put off until tomorrow', {
    group,
    handler: () => onMove(moveOf.snooze(thread, laterTimes(now, timeZone).tomorrow)),
    enabled: may && thread.state !== 'done',
  });
  return (
    <>
      {may && <AssignMenu thread={thread} members={members} onMove={onMove} />}
      {may && thread.state !== 'done' && <SnoozeMenu thread={thread} onMove={onMove} />}
      <MoreMenu thread={thread} may={may} onMove={onMove} onChanged={onChanged} />
      {may && (
        <Button
          variant={open ? 'primary' : 'default'}
          kbd="E"
          icon={open ? <Check /> : <RotateCcw />}
          onClick={open ? () => onMove(moveOf.done(thread)) : () => onMove(moveOf.open(thread))}
        >
          {open ? 'Done' : 'Open again'}
        </Button>
      )}
    </>
  );
}

function AssignMenu({ thread, members, onMove }: Omit<ThreadButtonsProps, 'onChanged'>) {
  const { assignee } = thread;
  return (
    <DropdownMenu
      align="end"
      trigger={
        <Button icon={assignee ? <Avatar id={assignee.id} name={assignee.name} size="xs" /> : <UserRound />}>
          <span className="max-w-32 truncate max-sm:sr-only">{assignee?.name ?? 'Assign'}</span>
        </Button>
      }
    >
      {members.map((member) => (
        <MenuItem
          key={member.id}
          icon={<Avatar id={member.id} name={member.name} size="xs" />}
          onSelect={() => onMove(moveOf.assign(thread, member))}
        >
          {member.name}
          {member.isMe && ' (you)'}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem disabled={!assignee} onSelect={() => onMove(moveOf.assign(thread, null))}>
        Nobody
      </MenuItem>
    </DropdownMenu>
  );
}

function SnoozeMenu({ thread, onMove }: Pick<ThreadButtonsProps, 'thread' | 'onMove'>) {
  const format = useFormat();
  const { timeZone } = useLocale();
  const now = useNow();
  const { tomorrow, week, month } = laterTimes(now, timeZone);
  const times = [
    { label: 'In three hours', until: hoursLater(now, 3) },
    { label: 'Tomorrow', until: tomorrow },
    { label: 'Next week', until: week },
    { label: 'In a month', until: month },
  ];
  return (
    <DropdownMenu
      align="end"
      trigger={
        <Button icon={<Clock />} kbd="H">
          <span className="max-sm:sr-only">Snooze</span>
        </Button>
      }
    >
      <MenuLabel>Back in the list</MenuLabel>
      {times.map(({ label, until }) => (
        <MenuItem key={label} onSelect={() => onMove(moveOf.snooze(thread, until))}>
          {label} <span className="ml-2 text-ink-3">{format.dateTime(until)}</span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => onMove(moveOf.snooze(thread, null))}>When they write again</MenuItem>
    </DropdownMenu>
  );
}

const priorityLabels = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };

function MoreMenu({ thread, may, onMove, onChanged }: Omit<ThreadButtonsProps, 'members'> & { may: boolean }) {
  const { slug } = useWorkspace();
  const [tagging, setTagging] = useState(false);
  const [tag, setTag] = useState('');
  const toggle = (name: string) => onMove(moveOf.tag(thread, name));
  return (
    <>
      <DropdownMenu align="end" trigger={<IconButton variant="default" aria-label="More" icon={<MoreHorizontal />} />}>
        <MenuItem
          icon={thread.follows ? <BellOff /> : <Bell />}
          onSelect={() => void followThread(slug, { id: thread.id, follows: !thread.follows }).then(onChanged)}
        >
          {thread.follows ? 'Follow no longer' : 'Follow'}
        </MenuItem>
        <MenuItem onSelect={() => void markThreadsRead(slug, { ids: [thread.id], read: false }).then(onChanged)}>
          Mark as unread
        </MenuItem>
        {may && <MenuSeparator />}
        {may && <MenuItem onSelect={() => setTagging(true)}>Tags…</MenuItem>}
        {may &&
          THREAD_PRIORITIES.map((priority) => (
            <MenuItem
              key={priority}
              icon={<Flag />}
              disabled={priority === thread.priority}
              onSelect={() => onMove(moveOf.priority(thread, priority))}
            >
              Priority: {priorityLabels[priority]}
            </MenuItem>
          ))}
      </DropdownMenu>
      {tagging && (
        <Dialog open onOpenChange={setTagging} title="Tags of the conversation" size="s">
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (tag.trim() !== '') toggle(tag.trim());
              setTag('');
            }}
          >
            <Input aria-label="New tag" value={tag} maxLength={50} onChange={(event) => setTag(event.target.value)} />
            <div className="flex flex-wrap gap-1.5">
              {thread.tags.map((name) => (
                <Button key={name} size="s" onClick={() => toggle(name)} aria-label={`Remove ${name}`}>
                  {name} ×
                </Button>
              ))}
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
