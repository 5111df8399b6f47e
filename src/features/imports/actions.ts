'use server';

import {
  cancelImportAction,
  dryRunImportAction,
  mapImportAction,
  pauseImportAction,
  resumeImportAction,
  startImportAction,
  undoImportAction,
} from '@/features/imports/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function mapImport(workspace: string, input: unknown) {
  return runAction(mapImportAction, workspace, input);
}

export async function dryRunImport(workspace: string, input: unknown) {
  return runAction(dryRunImportAction, workspace, input);
}

export async function startImport(workspace: string, input: unknown) {
  return runAction(startImportAction, workspace, input);
}

export async function pauseImport(workspace: string, input: unknown) {
  return runAction(pauseImportAction, workspace, input);
}

export async function resumeImport(workspace: string, input: unknown) {
  return runAction(resumeImportAction, workspace, input);
}

export async function cancelImport(workspace: string, input: unknown) {
  return runAction(cancelImportAction, workspace, input);
}

export async function undoImport(workspace: string, input: unknown) {
  return runAction(undoImportAction, workspace, input);
}
