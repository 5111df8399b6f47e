'use server';

import {
  archiveInboxViewAction,
  archiveTemplateAction,
  createTemplateAction,
  saveInboxViewAction,
} from '@/features/threads/template-action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function createTemplate(workspace: string, input: unknown) {
  return runAction(createTemplateAction, workspace, input);
}

export async function archiveTemplate(workspace: string, input: unknown) {
  return runAction(archiveTemplateAction, workspace, input);
}

export async function saveInboxView(workspace: string, input: unknown) {
  return runAction(saveInboxViewAction, workspace, input);
}

export async function archiveInboxView(workspace: string, input: unknown) {
  return runAction(archiveInboxViewAction, workspace, input);
}
