'use client';

import type { ComponentProps } from 'react';
import { TasksScreen } from '@/features/tasks/components/tasks-screen';

type ScreenProps = ComponentProps<typeof TasksScreen>;

/** The screen of tasks, and where what they are about is seen. */
export function TasksPageScreen(props: Omit<ScreenProps, 'subjectHref'>) {
  return <TasksScreen {...props} subjectHref={subjectHref} />;
}

/** A conversation and a message stand in the inbox, a creator on the record. */
const subjectHref: ScreenProps['subjectHref'] = (subject) => {
  switch (subject.type) {
    case 'thread':
      return `inbox?thread=${subject.id}`;
    case 'message':
      return `inbox?message=${subject.id}`;
    default:
      return `creators/${subject.id}`;
  }
};
