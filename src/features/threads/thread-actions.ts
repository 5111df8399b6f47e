'use server';

import {
  attachCreatorAction,
  changeThreadAction,
  changeThreadsAction,
  createFromSenderAction,
  decideCreatorAction,
  discardDraftAction,
  followThreadAction,
  ignoreSenderAction,
  logMessageAction,
  markThreadsReadAction,
  saveDraftAction,
  sendDraftAction,
  takeBackMessageAction,
  writeNoteAction,
} from '@/features/threads/thread-action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function changeThread(workspace: string, input: unknown) {
  return runAction(changeThreadAction, workspace, input);
}

export async function changeThreads(workspace: string, input: unknown) {
  return runAction(changeThreadsAction, workspace, input);
}

export async function markThreadsRead(workspace: string, input: unknown) {
  return runAction(markThreadsReadAction, workspace, input);
}

export async function followThread(workspace: string, input: unknown) {
  return runAction(followThreadAction, workspace, input);
}

export async function writeNote(workspace: string, input: unknown) {
  return runAction(writeNoteAction, workspace, input);
}

export async function decideCreator(workspace: string, input: unknown) {
  return runAction(decideCreatorAction, workspace, input);
}

export async function attachCreator(workspace: string, input: unknown) {
  return runAction(attachCreatorAction, workspace, input);
}

export async function createFromSender(workspace: string, input: unknown) {
  return runAction(createFromSenderAction, workspace, input);
}

export async function ignoreSender(workspace: string, input: unknown) {
  return runAction(ignoreSenderAction, workspace, input);
}

export async function logMessage(workspace: string, input: unknown) {
  return runAction(logMessageAction, workspace, input);
}

export async function saveDraft(workspace: string, input: unknown) {
  return runAction(saveDraftAction, workspace, input);
}

export async function discardDraft(workspace: string, input: unknown) {
  return runAction(discardDraftAction, workspace, input);
}

export async function sendDraft(workspace: string, input: unknown) {
  return runAction(sendDraftAction, workspace, input);
}

export async function takeBackMessage(workspace: string, input: unknown) {
  return runAction(takeBackMessageAction, workspace, input);
}
