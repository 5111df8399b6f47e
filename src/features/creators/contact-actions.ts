'use server';

import {
  createContactAction,
  updateContactAction,
  archiveContactAction,
  restoreContactAction,
  linkContactAction,
  unlinkContactAction,
  createAgencyAction,
  updateAgencyAction,
  archiveAgencyAction,
  restoreAgencyAction,
} from '@/features/creators/action-definitions-contacts';
import { runAction } from '@/platform/web/run-action';

export async function createContact(workspace: string, input: unknown) {
  return runAction(createContactAction, workspace, input);
}

export async function updateContact(workspace: string, input: unknown) {
  return runAction(updateContactAction, workspace, input);
}

export async function archiveContact(workspace: string, input: unknown) {
  return runAction(archiveContactAction, workspace, input);
}

export async function restoreContact(workspace: string, input: unknown) {
  return runAction(restoreContactAction, workspace, input);
}

export async function linkContact(workspace: string, input: unknown) {
  return runAction(linkContactAction, workspace, input);
}

export async function unlinkContact(workspace: string, input: unknown) {
  return runAction(unlinkContactAction, workspace, input);
}

export async function createAgency(workspace: string, input: unknown) {
  return runAction(createAgencyAction, workspace, input);
}

export async function updateAgency(workspace: string, input: unknown) {
  return runAction(updateAgencyAction, workspace, input);
}

export async function archiveAgency(workspace: string, input: unknown) {
  return runAction(archiveAgencyAction, workspace, input);
}

export async function restoreAgency(workspace: string, input: unknown) {
  return runAction(restoreAgencyAction, workspace, input);
}
