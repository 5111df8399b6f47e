'use server';

import {
  cancelMessageAction,
  resolveMessageAction,
  retryMessageAction,
  sendMessageAction,
} from '@/features/threads/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function sendMessage(workspace: string, input: unknown) {
  return runAction(sendMessageAction, workspace, input);
}

export async function resolveMessage(workspace: string, input: unknown) {
  return runAction(resolveMessageAction, workspace, input);
}

export async function retryMessage(workspace: string, input: unknown) {
  return runAction(retryMessageAction, workspace, input);
}

export async function cancelMessage(workspace: string, input: unknown) {
  return runAction(cancelMessageAction, workspace, input);
}
