'use server';

import { resolveEffectAction, retryEffectAction } from '@/app/effects/action-definitions';
import { runAction } from '@/platform/web/run-action';

export async function retryEffect(workspace: string, input: unknown) {
  return runAction(retryEffectAction, workspace, input);
}

export async function resolveEffect(workspace: string, input: unknown) {
  return runAction(resolveEffectAction, workspace, input);
}
