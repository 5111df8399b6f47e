import { z } from 'zod';
import { changeTasks } from '@/features/tasks/commands/change-tasks';
import { moveTask } from '@/features/tasks/commands/move-task';
import { snoozeTask } from '@/features/tasks/commands/snooze-task';
import { updateTask } from '@/features/tasks/commands/update-task';
import { countTasks } from '@/features/tasks/queries/count-tasks';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import {
  changeTasksSchema,
  chooseTaskSchema,
  createTaskSchema,
  moveTaskSchema,
  snoozeTaskSchema,
  updateTaskSchema,
} from '@/features/tasks/schemas/task-commands';
import type { TasksAbout } from '@/features/tasks/tasks-about';
import { defineAction } from '@/platform/http/define-action';

/** What the screens do and ask about tasks; each write of one answers the task as it is then. */
export function defineTaskActions(tasks: TasksAbout) {
  const createTaskAction = defineAction({
    name: 'create-task',
    permission: 'task.update',
    input: createTaskSchema,
    run: (tx, input) => tasks.create(tx, input),
  });
  const updateTaskAction = defineAction({
    name: 'update-task',
    permission: 'task.update',
    input: updateTaskSchema,
    run: async (tx, input) => (await updateTask(tx, input), tasks.get(tx, input.id)),
  });
  const moveTaskAction = defineAction({
    name: 'move-task',
    permission: 'task.update',
    input: moveTaskSchema,
    run: async (tx, input) => (await moveTask(tx, input), tasks.get(tx, input.id)),
  });
  const snoozeTaskAction = defineAction({
    name: 'snooze-task',
    permission: 'task.update',
    input: snoozeTaskSchema,
    run: async (tx, input) => (await snoozeTask(tx, input), tasks.get(tx, input.id)),
  });
  return { createTaskAction, updateTaskAction, moveTaskAction, snoozeTaskAction };
}

export const changeTasksAction = defineAction({
  name: 'change-tasks',
  permission: 'task.update',
  input: changeTasksSchema,
  run: (tx, input) => changeTasks(tx, input),
});

/** What the screens ask for by GET. */
export function defineTaskReads(tasks: TasksAbout) {
  const findTasksRead = defineAction({
    name: 'find-tasks',
    permission: 'task.read',
    input: findTasksSchema,
    run: (tx, input) => tasks.find(tx, input),
  });
  const getTaskRead = defineAction({
    name: 'get-task',
    permission: 'task.read',
    input: chooseTaskSchema,
    run: (tx, { id }) => tasks.get(tx, id),
  });
  return [findTasksRead, getTaskRead];
}

export const countTasksRead = defineAction({
  name: 'count-tasks',
  permission: 'task.read',
  input: z.strictObject({}),
  run: (tx) => countTasks(tx),
});
