'use server';

import { cancelExportAction, createExportAction } from '@/features/creators/export-action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function createExport(workspace: string, input: unknown) {
  return runAction(createExportAction, workspace, input);
}

export async function cancelExport(workspace: string, input: unknown) {
  return runAction(cancelExportAction, workspace, input);
}
