export const TASK_PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** Where a task came from. */
export const TASK_SOURCES = ['person', 'api', 'thread', 'mention', 'failure', 'event', 'recurrence'] as const;
export type TaskSource = (typeof TASK_SOURCES)[number];

/** What a task may be about, by the nouns of `src/shared/ids.ts`; a slice that has such a subject knows its title. */
export const TASK_SUBJECTS = ['creator', 'thread', 'message'] as const;
export type TaskSubject = (typeof TASK_SUBJECTS)[number];
