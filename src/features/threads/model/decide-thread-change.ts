import { threadTransitions, type ThreadState } from '@/features/threads/model/thread-transitions';

export const THREAD_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type ThreadPriority = (typeof THREAD_PRIORITIES)[number];

/** One change to a conversation, or to many. */
export type ThreadChange =
  | { kind: 'assignee'; assigneeId: string | null }
  /** `until` null: until they write again. */
  | { kind: 'snooze'; until: Date | null }
  | { kind: 'done' }
  | { kind: 'open' }
  | { kind: 'priority'; priority: ThreadPriority }
  | { kind: 'tags'; add: string[]; remove: string[] };

export interface ChangingThread {
  state: ThreadState;
  priority: ThreadPriority;
  tags: readonly string[];
  assigneeId: string | null;
  snoozedUntil: Date | null;
}

export type ThreadDecision = { outcome: 'same' } | { outcome: 'change' } | { outcome: 'refuse'; message: string };

/** Whether a change would change anything, and whether it may. */
export function decideThreadChange(thread: ChangingThread, change: ThreadChange): ThreadDecision {
  switch (change.kind) {
    case 'assignee':
      return changes(thread.assigneeId !== change.assigneeId);
    case 'priority':
      return changes(thread.priority !== change.priority);
    case 'tags':
      return changes(tagsAfter(thread.tags, change).join('\n') !== thread.tags.join('\n'));
    case 'snooze': {
      const otherTime = thread.snoozedUntil?.getTime() !== change.until?.getTime();
      return thread.state === 'snoozed' ? changes(otherTime) : moves(thread.state, 'snoozed');
    }
    case 'done':
      return moves(thread.state, 'done');
    case 'open':
      return moves(thread.state, 'open');
  }
}

/** The tags a conversation has then, in their order, each once. */
export function tagsAfter(tags: readonly string[], { add, remove }: { add: string[]; remove: string[] }): string[] {
  const kept = tags.filter((tag) => !remove.includes(tag));
  return [...new Set([...kept, ...add])].sort();
}

function changes(different: boolean): ThreadDecision {
  return { outcome: different ? 'change' : 'same' };
}

function moves(from: ThreadState, to: ThreadState): ThreadDecision {
  if (from === to) return { outcome: 'same' };
  if ((threadTransitions[from] as readonly string[]).includes(to)) return { outcome: 'change' };
  return { outcome: 'refuse', message: `A conversation that is ${from} cannot become ${to}. Open it again first.` };
}
