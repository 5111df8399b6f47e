'use client';

import type { ComponentProps } from 'react';
import { TasksScreen } from '@/features/tasks/components/tasks-screen';

type ScreenProps = ComponentProps<typeof TasksScreen>;

/** The screen of tasks, and where what they are about is seen. */
export function TasksPageScreen(props: Omit<ScreenProps, 'subjectHref'>) {
  return <TasksScreen {...props} subjectHref={subjectHref} />;
}

/** A message or a conversation stands on the record of whom it is about. */
const subjectHref: ScreenProps['subjectHref'] = (_subject, { creator }) =>
  creator && `creators/${creator.id}?tab=conversation`;
