import { z } from 'zod';
import { changeTasks } from '@/features/tasks/commands/change-tasks';
import { moveTask } from '@/features/tasks/commands/move-task';
import { snoozeTask } from '@/features/tasks/commands/snooze-task';
import { updateTask } from '@/features/tasks/commands/update-task';
import type { TaskState } from '@/features/tasks/model/task-transitions';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import { taskPageSchema, taskSchema } from '@/features/tasks/schemas/task';
import {
  changedTasksSchema,
  changeTasksSchema,
  moveBodySchema,
  patchTaskSchema,
  postTaskSchema,
  snoozeBodySchema,
} from '@/features/tasks/schemas/task-commands';
import type { TasksAbout } from '@/features/tasks/tasks-about';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('task') });

/** `/tasks` for keys. */
export function defineTaskRoutes(tasks: TasksAbout) {
  return { ...defineReads(tasks), ...defineWrites(tasks), ...defineMoves(tasks) };
}

function defineReads(tasks: TasksAbout) {
  return {
    findTasksRoute: defineRoute({
      name: 'find-tasks',
      method: 'GET',
      path: '/tasks',
      permission: 'task.read',
      summary: 'Tasks, those due first, first',
      query: findTasksSchema,
      answer: taskPageSchema,
      run: (tx, { query }) => tasks.find(tx, query),
    }),
    getTaskRoute: defineRoute({
      name: 'get-task',
      method: 'GET',
      path: '/tasks/{id}',
      permission: 'task.read',
      summary: 'One task',
      params,
      answer: taskSchema,
      run: (tx, { params: { id } }) => tasks.get(tx, id),
    }),
  };
}

function defineWrites(tasks: TasksAbout) {
  return {
    createTaskRoute: defineRoute({
      name: 'create-task',
      method: 'POST',
      path: '/tasks',
      permission: 'task.update',
      summary: 'Make a task',
      body: postTaskSchema,
      answer: taskSchema,
      status: 201,
      run: (tx, { body }) => tasks.create(tx, body),
    }),
    updateTaskRoute: defineRoute({
      name: 'update-task',
      method: 'PATCH',
      path: '/tasks/{id}',
      permission: 'task.update',
      summary: 'Change the fields that are given; null empties one',
      params,
      body: patchTaskSchema,
      answer: taskSchema,
      async run(tx, { params: { id }, body }) {
        await updateTask(tx, { ...body, id });
        return tasks.get(tx, id);
      },
    }),
    changeTasksRoute: defineRoute({
      name: 'change-tasks',
      method: 'POST',
      path: '/tasks/change',
      permission: 'task.update',
      summary: 'One change to many tasks; what cannot be changed is named, the rest is changed',
      body: changeTasksSchema,
      answer: changedTasksSchema,
      run: (tx, { body }) => changeTasks(tx, body),
    }),
  };
}

function defineMoves(tasks: TasksAbout) {
  return {
    startTaskRoute: defineMove(tasks, { name: 'start-task', path: 'start', state: 'doing', summary: 'Begin a task' }),
    finishTaskRoute: defineMove(tasks, {
      ...{ name: 'finish-task', path: 'done', state: 'done' },
      summary: 'A task is done; of a series, the next is made',
    }),
    cancelTaskRoute: defineMove(tasks, {
      ...{ name: 'cancel-task', path: 'cancel', state: 'cancelled' },
      summary: 'A task need not be done; a series ends with it',
    }),
    reopenTaskRoute: defineMove(tasks, {
      ...{ name: 'reopen-task', path: 'reopen', state: 'open' },
      summary: 'Open a task again that is done, or put back one that was begun',
    }),
    snoozeTaskRoute: defineRoute({
      name: 'snooze-task',
      method: 'POST',
      path: '/tasks/{id}/snooze',
      permission: 'task.update',
      summary: 'Put a task off until an instant, or wake it',
      params,
      body: snoozeBodySchema,
      answer: taskSchema,
      async run(tx, { params: { id }, body }) {
        await snoozeTask(tx, { ...body, id });
        return tasks.get(tx, id);
      },
    }),
  };
}

interface Move {
  name: string;
  path: string;
  state: TaskState;
  summary: string;
}

function defineMove(tasks: TasksAbout, { name, path, state, summary }: Move): RouteDefinition {
  return defineRoute({
    name,
    method: 'POST',
    path: `/tasks/{id}/${path}`,
    permission: 'task.update',
    summary,
    params,
    body: moveBodySchema,
    answer: taskSchema,
    async run(tx, { params: { id }, body: { version } }) {
      await moveTask(tx, { id, state, version });
      return tasks.get(tx, id);
    },
  });
}
