'use server';

import {
  createCustomFieldAction,
  updateCustomFieldAction,
  archiveCustomFieldAction,
  restoreCustomFieldAction,
} from '@/features/creators/action-definitions-contacts';
import { runAction } from '@/platform/web/run-action';

export async function createCustomField(workspace: string, input: unknown) {
  return runAction(createCustomFieldAction, workspace, input);
}

export async function updateCustomField(workspace: string, input: unknown) {
  return runAction(updateCustomFieldAction, workspace, input);
}

export async function archiveCustomField(workspace: string, input: unknown) {
  return runAction(archiveCustomFieldAction, workspace, input);
}

export async function restoreCustomField(workspace: string, input: unknown) {
  return runAction(restoreCustomFieldAction, workspace, input);
}
