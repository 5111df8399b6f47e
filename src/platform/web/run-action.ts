import { headers } from 'next/headers';
import type { z } from 'zod';
import { carryOutAction, refusal, type ActionDefinition, type ActionResult } from '@/platform/http/define-action';
import { requestIdOf } from '@/platform/http/request-id';
import { currentContext } from '@/platform/web/current-context';

/** Carries an action out for the signed-in person. Call it from a `'use server'` file with the workspace's slug. */
export async function runAction<Input extends z.ZodType, Answer, Prepared>(
  definition: ActionDefinition<Input, Answer, Prepared>,
  workspace: string,
  input: unknown,
): Promise<ActionResult<Answer>> {
  try {
    return await carryOutAction(definition, await currentContext(workspace), input);
  } catch (error) {
    return refusal(error, requestIdOf(await headers()), definition.name);
  }
}
