'use client';

import type { TaskDto } from '@/features/tasks/schemas/task';
import { cn } from '@/ui/cn';
import { toneClasses } from '@/ui/badge';
import { statusLook } from '@/ui/status';
import { StatusIcon } from '@/ui/status-icon';

interface TickButtonProps {
  task: Pick<TaskDto, 'title' | 'state'>;
  disabled?: boolean;
  onTick: () => void;
}

/** The state as its icon; one click makes it done, another opens it again. */
export function TickButton({ task: { title, state }, disabled = false, onTick }: TickButtonProps) {
  const { tone, icon, label } = statusLook('taskState', state);
  const does = state === 'done' ? 'Open again' : 'Done';
  return (
    <button
      type="button"
      disabled={disabled || state === 'cancelled'}
      aria-label={`${label}. ${does}: ${title}`}
      title={`${label}. ${does}`}
      onClick={onTick}
      className={cn(
        'flex size-6 shrink-0 items-center justify-center rounded-full text-(--st) hover:bg-sunken disabled:cursor-default coarse:size-9',
        toneClasses[tone],
      )}
    >
      <StatusIcon name={icon} className="size-4" />
    </button>
  );
}
