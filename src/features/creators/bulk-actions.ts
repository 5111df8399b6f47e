'use server';

import {
  tagCreatorsAction,
  stageCreatorsAction,
  assignCreatorsAction,
  archiveCreatorsAction,
  restoreCreatorsAction,
} from '@/features/creators/action-definitions-bulk';
import { runAction } from '@/platform/web/run-action';

export async function tagCreators(workspace: string, input: unknown) {
  return runAction(tagCreatorsAction, workspace, input);
}

export async function stageCreators(workspace: string, input: unknown) {
  return runAction(stageCreatorsAction, workspace, input);
}

export async function assignCreators(workspace: string, input: unknown) {
  return runAction(assignCreatorsAction, workspace, input);
}

export async function archiveCreators(workspace: string, input: unknown) {
  return runAction(archiveCreatorsAction, workspace, input);
}

export async function restoreCreators(workspace: string, input: unknown) {
  return runAction(restoreCreatorsAction, workspace, input);
}
