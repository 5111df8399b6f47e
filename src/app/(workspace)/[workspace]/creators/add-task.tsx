'use client';

import { ListPlus } from 'lucide-react';
import { focusNewTask } from '@/features/tasks/components/new-task';
import { Button } from '@/ui/button';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';

/** Begins a task about the creator whose record this is; `onHidden` brings the tasks into sight on a phone. */
export function AddTask({ onHidden }: { onHidden: () => void }) {
  const { can } = useWorkspace();
  const begin = () => {
    if (focusNewTask()) return;
    onHidden();
    setTimeout(focusNewTask, 100);
  };
  useShortcut('t', 'Add a task', { handler: begin, group: 'Creator', enabled: can('task.update') });
  if (!can('task.update')) return null;
  return (
    <Button icon={<ListPlus />} kbd="T" onClick={begin}>
      Task
    </Button>
  );
}
