'use server';

import {
  createCreatorAction,
  updateCreatorAction,
  setStageAction,
  assignOwnerAction,
  setDoNotContactAction,
  setMinorAction,
  archiveCreatorAction,
  restoreCreatorAction,
  tagCreatorAction,
  updatePreferencesAction,
} from '@/features/creators/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function createCreator(workspace: string, input: unknown) {
  return runAction(createCreatorAction, workspace, input);
}

export async function updateCreator(workspace: string, input: unknown) {
  return runAction(updateCreatorAction, workspace, input);
}

export async function setStage(workspace: string, input: unknown) {
  return runAction(setStageAction, workspace, input);
}

export async function assignOwner(workspace: string, input: unknown) {
  return runAction(assignOwnerAction, workspace, input);
}

export async function setDoNotContact(workspace: string, input: unknown) {
  return runAction(setDoNotContactAction, workspace, input);
}

export async function setMinor(workspace: string, input: unknown) {
  return runAction(setMinorAction, workspace, input);
}

export async function archiveCreator(workspace: string, input: unknown) {
  return runAction(archiveCreatorAction, workspace, input);
}

export async function restoreCreator(workspace: string, input: unknown) {
  return runAction(restoreCreatorAction, workspace, input);
}

export async function tagCreator(workspace: string, input: unknown) {
  return runAction(tagCreatorAction, workspace, input);
}

export async function updatePreferences(workspace: string, input: unknown) {
  return runAction(updatePreferencesAction, workspace, input);
}
