import { creatorTaskSubject } from '@/features/creators/queries/task-subject';
import {
  changeTasksAction,
  countTasksRead,
  defineTaskActions,
  defineTaskReads,
} from '@/features/tasks/action-definitions';
import { defineTaskRoutes } from '@/features/tasks/api/task-routes';
import { tasksAbout } from '@/features/tasks/tasks-about';
import { messageTaskSubject, threadTaskSubject } from '@/features/threads/queries/task-subjects';

/** Tasks about everything that a task can be about today. */
export const tasks = tasksAbout([creatorTaskSubject, threadTaskSubject, messageTaskSubject]);

export const {
  findTasksRoute,
  getTaskRoute,
  createTaskRoute,
  updateTaskRoute,
  changeTasksRoute,
  startTaskRoute,
  finishTaskRoute,
  cancelTaskRoute,
  reopenTaskRoute,
  snoozeTaskRoute,
} = defineTaskRoutes(tasks);

export const taskRoutes = [
  findTasksRoute,
  getTaskRoute,
  createTaskRoute,
  updateTaskRoute,
  changeTasksRoute,
  startTaskRoute,
  finishTaskRoute,
  cancelTaskRoute,
  reopenTaskRoute,
  snoozeTaskRoute,
];

export const { createTaskAction, updateTaskAction, moveTaskAction, snoozeTaskAction } = defineTaskActions(tasks);

export const taskActions = [
  createTaskAction,
  updateTaskAction,
  moveTaskAction,
  snoozeTaskAction,
  changeTasksAction,
  countTasksRead,
  ...defineTaskReads(tasks),
];
