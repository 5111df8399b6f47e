'use server';

import { createCreatorAction } from '@/features/creators/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function createCreator(workspace: string, input: unknown) {
  return runAction(createCreatorAction, workspace, input);
}
