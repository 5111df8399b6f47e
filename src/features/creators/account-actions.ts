'use server';

import {
  addHandleAction,
  updateHandleAction,
  removeHandleAction,
  recordHandleMetricsAction,
  recordAudienceSnapshotAction,
  addEmailAction,
  removeEmailAction,
  setPrimaryEmailAction,
  addPhoneAction,
  removePhoneAction,
  setPrimaryPhoneAction,
  mergeCreatorsAction,
  undoMergeAction,
} from '@/features/creators/action-definitions-accounts';
import { runAction } from '@/platform/web/run-action';

export async function addHandle(workspace: string, input: unknown) {
  return runAction(addHandleAction, workspace, input);
}

export async function updateHandle(workspace: string, input: unknown) {
  return runAction(updateHandleAction, workspace, input);
}

export async function removeHandle(workspace: string, input: unknown) {
  return runAction(removeHandleAction, workspace, input);
}

export async function recordHandleMetrics(workspace: string, input: unknown) {
  return runAction(recordHandleMetricsAction, workspace, input);
}

export async function recordAudienceSnapshot(workspace: string, input: unknown) {
  return runAction(recordAudienceSnapshotAction, workspace, input);
}

export async function addEmail(workspace: string, input: unknown) {
  return runAction(addEmailAction, workspace, input);
}

export async function removeEmail(workspace: string, input: unknown) {
  return runAction(removeEmailAction, workspace, input);
}

export async function setPrimaryEmail(workspace: string, input: unknown) {
  return runAction(setPrimaryEmailAction, workspace, input);
}

export async function addPhone(workspace: string, input: unknown) {
  return runAction(addPhoneAction, workspace, input);
}

export async function removePhone(workspace: string, input: unknown) {
  return runAction(removePhoneAction, workspace, input);
}

export async function setPrimaryPhone(workspace: string, input: unknown) {
  return runAction(setPrimaryPhoneAction, workspace, input);
}

export async function mergeCreators(workspace: string, input: unknown) {
  return runAction(mergeCreatorsAction, workspace, input);
}

export async function undoMerge(workspace: string, input: unknown) {
  return runAction(undoMergeAction, workspace, input);
}
