'use server';

import {
  archiveMailboxAction,
  connectMailboxAction,
  disconnectMailboxAction,
  pauseMailboxAction,
  resumeMailboxAction,
  testMailboxAction,
  updateMailboxAction,
} from '@/features/threads/mailbox-action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function connectMailbox(workspace: string, input: unknown) {
  return runAction(connectMailboxAction, workspace, input);
}

export async function updateMailbox(workspace: string, input: unknown) {
  return runAction(updateMailboxAction, workspace, input);
}

export async function testMailbox(workspace: string, input: unknown) {
  return runAction(testMailboxAction, workspace, input);
}

export async function pauseMailbox(workspace: string, input: unknown) {
  return runAction(pauseMailboxAction, workspace, input);
}

export async function resumeMailbox(workspace: string, input: unknown) {
  return runAction(resumeMailboxAction, workspace, input);
}

export async function disconnectMailbox(workspace: string, input: unknown) {
  return runAction(disconnectMailboxAction, workspace, input);
}

export async function archiveMailbox(workspace: string, input: unknown) {
  return runAction(archiveMailboxAction, workspace, input);
}
