'use client';

import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { dueWords } from '@/features/tasks/components/task-badges';
import { useTaskDesk } from '@/features/tasks/components/task-desk';
import { useMembers } from '@/features/tasks/components/use-members';
import { readTaskLine } from '@/features/tasks/model/read-task-line';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { dayIn } from '@/shared/zoned-time';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { Input } from '@/ui/input';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useDraft } from '@/ui/use-draft';

interface NewTaskProps {
  /** Where an unfinished line is kept: `task`, or `task:crt_…`. */
  draftKey: string;
  /** For whom it is unless the line says so; null for nobody. */
  assigneeId: string | null;
  /** What it is about: the id of a creator, a thread or a message. */
  subject?: string;
  onMade: (task: TaskDto) => void;
}

/** A task in one line. What the line says of a day and a person is shown before it is taken. */
export function NewTask({ draftKey, assigneeId, subject, onMade }: NewTaskProps) {
  const draft = useDraft(draftKey);
  const line = useLine(draft.text);
  const draftId = useRef('');
  const { make, pending } = useMake();
  const submit = async () => {
    if (line.title === '') return;
    // The same line sent twice is one task.
    draftId.current ||= crypto.randomUUID();
    const made = await make({
      title: line.title,
      assigneeId: line.assignee?.id ?? assigneeId,
      due: line.due,
      draftId: draftId.current,
      ...(subject && { subject }),
    });
    if (!made) return;
    draftId.current = '';
    draft.clear();
    onMade(made);
  };
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="min-w-40 flex-1">
        <Input
          data-new-task
          aria-label="New task"
          placeholder={subject ? 'Add a task' : 'Add a task: Ask for the invoice tomorrow @Jonas'}
          icon={<Plus />}
          maxLength={300}
          value={draft.text}
          onChange={(event) => {
            draftId.current = '';
            draft.setText(event.target.value);
          }}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </div>
      <span aria-live="polite" className="flex gap-1.5 empty:hidden">
        {line.dueText && <Chip>Due {line.dueText}</Chip>}
        {line.assignee && <Chip>For {line.assignee.name}</Chip>}
      </span>
      {draft.text.trim() !== '' && (
        <Button type="submit" variant="primary" pending={pending}>
          Add
        </Button>
      )}
    </form>
  );
}

function useMake() {
  const { slug } = useWorkspace();
  const desk = useTaskDesk();
  const [pending, setPending] = useState(false);
  const make = async (input: object): Promise<TaskDto | null> => {
    if (pending) return null;
    setPending(true);
    const answer = await desk.create(slug, input).catch(() => null);
    setPending(false);
    if (answer?.ok) return answer.data;
    const description = answer?.error.fields[0]?.message ?? answer?.error.message ?? 'The server did not answer.';
    notify.failed('The task was not made; the line is kept', { description });
    return null;
  };
  return { make, pending };
}

/** Puts the cursor into the line of the next task that is seen; false if there is none. */
export function focusNewTask(): boolean {
  const fields = document.querySelectorAll<HTMLElement>('[data-new-task]');
  const field = [...fields].find((one) => one.checkVisibility());
  field?.focus();
  return field !== undefined;
}

/** What the line says, in the person's zone. */
function useLine(text: string) {
  const members = useMembers();
  const now = useNow();
  const format = useFormat();
  const { timeZone } = useLocale();
  const { title, dueOn, assignee } = readTaskLine(text, { today: dayIn(timeZone, now), members });
  const due = dueOn === null ? null : { on: dueOn, time: null, zone: timeZone };
  return { title, assignee, due, dueText: due && dueWords(due, { now, zone: timeZone, format }) };
}
