import type { Metadata } from 'next';
import { tasks } from '@/app/tasks/definitions';
import { filterOf, TASK_VIEWS, type TaskView } from '@/features/tasks/model/task-views';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { TasksPageScreen } from './tasks-page-screen';

export const metadata: Metadata = { title: 'Tasks' };

interface TasksPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
}

/** How many the first drawing holds; the rest follows at once. */
const firstRows = 50;

export default async function TasksPage({ params, searchParams }: TasksPageProps) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace, 'task.read');
  const asked = (await searchParams).view;
  const view: TaskView = TASK_VIEWS.find((name) => name === asked) ?? 'mine';
  const filter = findTasksSchema.parse({ ...filterOf(view), limit: firstRows });
  const first = await inWorkspace(ctx, (tx) => tasks.find(tx, filter));
  return <TasksPageScreen key={view} view={view} first={first} />;
}
