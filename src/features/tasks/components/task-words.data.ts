import type { DueGroup } from '@/features/tasks/model/due';
import type { Snooze } from '@/features/tasks/model/snooze';
import type { TaskGrouping, TaskView } from '@/features/tasks/model/task-views';
import type { TaskPriority, TaskSource } from '@/features/tasks/model/vocabulary';
import type { StatusIconName, Tone } from '@/ui/status';

export const viewLabels: Record<TaskView, string> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  all: 'All',
  snoozed: 'Put off',
  done: 'Finished',
};

export const groupingLabels: Record<TaskGrouping, string> = { day: 'Day', person: 'Person', creator: 'Creator' };

export const dueGroupLooks: Record<DueGroup, { label: string; tone: Tone; icon?: StatusIconName }> = {
  overdue: { label: 'Overdue', tone: 'late' },
  today: { label: 'Today', tone: 'attention' },
  week: { label: 'This week', tone: 'scheduled' },
  later: { label: 'Later', tone: 'planned', icon: 'calendar' },
  none: { label: 'No date', tone: 'planned' },
};

export const snoozeLabels: Record<Snooze, string> = {
  later: 'In three hours',
  tomorrow: 'Tomorrow',
  week: 'Next week',
  month: 'In a month',
};

export const priorityLabels: Record<TaskPriority, string> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

export const sourceWords: Record<TaskSource, string> = {
  person: 'Made by hand',
  api: 'Made through the API',
  thread: 'Made from a conversation',
  mention: 'Made from a mention',
  failure: 'Made because something failed',
  event: 'Made by what happened',
  recurrence: 'The next of a series',
};

/** 1 = Monday. */
export const weekdayLabels = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export const emptyWords: Record<TaskView, { title: string; description: string }> = {
  mine: {
    title: 'Nothing to do',
    description: 'What is yours to do stands here. Add a task above, or take one that nobody has.',
  },
  unassigned: {
    title: 'Everything has somebody',
    description: 'A task that is nobody’s yet waits here until someone takes it.',
  },
  all: {
    title: 'Nothing to do',
    description: 'Follow-ups, invoices to ask for, drafts to check: add the first task above.',
  },
  snoozed: {
    title: 'Nothing is put off',
    description: 'A task that is put off with H sleeps here and comes back by itself.',
  },
  done: { title: 'Nothing is finished yet', description: 'What is done or was cancelled is kept here.' },
};
