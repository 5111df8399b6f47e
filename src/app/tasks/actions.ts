'use server';

import { createTaskAction, moveTaskAction, snoozeTaskAction, updateTaskAction } from '@/app/tasks/definitions';
import { changeTasksAction } from '@/features/tasks/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function createTask(workspace: string, input: unknown) {
  return runAction(createTaskAction, workspace, input);
}

export async function updateTask(workspace: string, input: unknown) {
  return runAction(updateTaskAction, workspace, input);
}

export async function moveTask(workspace: string, input: unknown) {
  return runAction(moveTaskAction, workspace, input);
}

export async function snoozeTask(workspace: string, input: unknown) {
  return runAction(snoozeTaskAction, workspace, input);
}

export async function changeTasks(workspace: string, input: unknown) {
  return runAction(changeTasksAction, workspace, input);
}
