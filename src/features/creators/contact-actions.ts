'use server';

import {
  createContactAction,
  linkContactAction,
  unlinkContactAction,
} from '@/features/creators/action-definitions-contacts';
import { runAction } from '@/platform/web/run-action';

export async function createContact(workspace: string, input: unknown) {
  return runAction(createContactAction, workspace, input);
}

export async function linkContact(workspace: string, input: unknown) {
  return runAction(linkContactAction, workspace, input);
}

export async function unlinkContact(workspace: string, input: unknown) {
  return runAction(unlinkContactAction, workspace, input);
}
