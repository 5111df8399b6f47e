'use client';

import { DueFields } from '@/features/tasks/components/sheet/due-fields';
import { RecurrenceField } from '@/features/tasks/components/sheet/recurrence-field';
import { SavedText } from '@/features/tasks/components/sheet/saved-text';
import { priorityLabels } from '@/features/tasks/components/task-words.data';
import { useMembers } from '@/features/tasks/components/use-members';
import type { TaskMoves } from '@/features/tasks/components/use-task-moves';
import { TASK_PRIORITIES, type TaskPriority } from '@/features/tasks/model/vocabulary';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';

interface TaskFieldsProps {
  task: TaskDto;
  disabled: boolean;
  save: TaskMoves['save'];
}

/** Everything of a task that can be changed; each change is saved by itself. */
export function TaskFields({ task, disabled, save }: TaskFieldsProps) {
  return (
    <div className="flex flex-col gap-3.5 p-4">
      <Field label="Title">
        <SavedText
          required
          value={task.title}
          maxLength={300}
          disabled={disabled}
          onSave={(title) => void save(task, { title })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        <AssigneeField task={task} disabled={disabled} save={save} />
        <Field label="Priority">
          <Select
            value={task.priority}
            disabled={disabled}
            options={TASK_PRIORITIES.map((value) => ({ value, label: priorityLabels[value] }))}
            onChange={(event) => void save(task, { priority: event.target.value as TaskPriority })}
          />
        </Field>
      </div>
      <DueFields
        due={task.due}
        disabled={disabled}
        required={task.recurrence !== null}
        onChange={(due) => void save(task, { due })}
      />
      <RecurrenceField
        recurrence={task.recurrence}
        dueOn={task.due?.on ?? null}
        disabled={disabled}
        onChange={(recurrence) => void save(task, { recurrence })}
      />
      <Field label="Note">
        <SavedText
          long
          value={task.note}
          maxLength={20_000}
          disabled={disabled}
          placeholder="What is known, what was tried, a link"
          onSave={(note) => void save(task, { note })}
        />
      </Field>
    </div>
  );
}

function AssigneeField({ task, disabled, save }: TaskFieldsProps) {
  const members = useMembers();
  // Until the others are read, and for who has left: the one it is.
  const { assignee: present } = task;
  const absent = present && !members.some(({ id }) => id === present.id) ? [present] : [];
  const options = [...absent, ...members].map(({ id, name }) => ({ value: id, label: name }));
  const assign = (id: string) => {
    const assignee = members.find((member) => member.id === id) ?? null;
    // An id of the outside: the action's schema reads it.
    void save(task, { assigneeId: id || null }, { assignee: assignee && { id, name: assignee.name } });
  };
  return (
    <Field label="For">
      <Select
        value={task.assignee?.id ?? ''}
        disabled={disabled}
        placeholder="Nobody"
        options={options}
        onChange={(event) => assign(event.target.value)}
      />
    </Field>
  );
}
