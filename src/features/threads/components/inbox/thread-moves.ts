import type { ThreadMove } from '@/features/threads/components/inbox/use-inbox';
import type { ThreadPriority } from '@/features/threads/model/decide-thread-change';
import type { ThreadDto } from '@/features/threads/schemas/thread';

interface Person {
  id: string;
  name: string;
}

/** A change as it is asked for and shown, with what takes it back. */
export const moveOf = {
  done: (thread: ThreadDto): ThreadMove => ({
    thread,
    change: { kind: 'done' },
    shown: { state: 'done', snoozedUntil: null },
    said: { message: 'Done', undo: { kind: 'open' }, shown: { state: 'open' } },
  }),
  open: (thread: ThreadDto): ThreadMove => ({
    thread,
    change: { kind: 'open' },
    shown: { state: 'open', snoozedUntil: null },
  }),
  snooze: (thread: ThreadDto, until: Date | null): ThreadMove => ({
    thread,
    change: { kind: 'snooze', until: until?.toISOString() ?? null },
    shown: { state: 'snoozed', snoozedUntil: until?.toISOString() ?? null },
    said: {
      message: until ? 'Put off' : 'Put off until they write',
      undo: { kind: 'open' },
      shown: { state: 'open', snoozedUntil: null },
    },
  }),
  assign: (thread: ThreadDto, person: Person | null): ThreadMove => ({
    thread,
    change: { kind: 'assignee', assigneeId: person?.id ?? null },
    shown: { assignee: person && { id: person.id, name: person.name } },
    said: {
      message: person ? `${person.name} has it` : 'Nobody has it',
      undo: { kind: 'assignee', assigneeId: thread.assignee?.id ?? null },
      shown: { assignee: thread.assignee },
    },
  }),
  priority: (thread: ThreadDto, priority: ThreadPriority): ThreadMove => ({
    thread,
    change: { kind: 'priority', priority },
    shown: { priority },
  }),
  /** Adds a tag, or takes it off where it is. */
  tag: (thread: ThreadDto, tag: string): ThreadMove => {
    const has = thread.tags.includes(tag);
    return {
      thread,
      change: { kind: 'tags', add: has ? [] : [tag], remove: has ? [tag] : [] },
      shown: { tags: has ? thread.tags.filter((one) => one !== tag) : [...thread.tags, tag].sort() },
    };
  },
};
