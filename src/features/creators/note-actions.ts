'use server';

import {
  createNoteAction,
  updateNoteAction,
  archiveNoteAction,
  restoreNoteAction,
  createQuoteAction,
  archiveQuoteAction,
} from '@/features/creators/action-definitions-notes';
import { runAction } from '@/platform/web/run-action';

export async function createNote(workspace: string, input: unknown) {
  return runAction(createNoteAction, workspace, input);
}

export async function updateNote(workspace: string, input: unknown) {
  return runAction(updateNoteAction, workspace, input);
}

export async function archiveNote(workspace: string, input: unknown) {
  return runAction(archiveNoteAction, workspace, input);
}

export async function restoreNote(workspace: string, input: unknown) {
  return runAction(restoreNoteAction, workspace, input);
}

export async function createQuote(workspace: string, input: unknown) {
  return runAction(createQuoteAction, workspace, input);
}

export async function archiveQuote(workspace: string, input: unknown) {
  return runAction(archiveQuoteAction, workspace, input);
}
