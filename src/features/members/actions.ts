'use server';

import { headers } from 'next/headers';
import { choosePasswordAction, createApiKeyAction, revokeApiKeyAction } from '@/features/members/action-definitions';
import { carryOutPublicAction } from '@/platform/http/define-public-action';
import { requestIdOf } from '@/platform/http/request-id';
import { runAction } from '@/platform/web/run-action';

export async function createApiKey(workspace: string, input: unknown) {
  return runAction(createApiKeyAction, workspace, input);
}

export async function revokeApiKey(workspace: string, input: unknown) {
  return runAction(revokeApiKeyAction, workspace, input);
}

export async function choosePassword(input: unknown) {
  return carryOutPublicAction(choosePasswordAction, input, requestIdOf(await headers()));
}
