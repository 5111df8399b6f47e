'use server';

import {
  archiveSegmentAction,
  createSegmentAction,
  restoreSegmentAction,
  updateSegmentAction,
} from '@/features/creators/segment-action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function createSegment(workspace: string, input: unknown) {
  return runAction(createSegmentAction, workspace, input);
}

export async function updateSegment(workspace: string, input: unknown) {
  return runAction(updateSegmentAction, workspace, input);
}

export async function archiveSegment(workspace: string, input: unknown) {
  return runAction(archiveSegmentAction, workspace, input);
}

export async function restoreSegment(workspace: string, input: unknown) {
  return runAction(restoreSegmentAction, workspace, input);
}
