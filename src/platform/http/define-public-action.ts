import type { z } from 'zod';
import { refusal, type ActionResult } from '@/platform/http/define-action';
import { invalidInput } from '@/platform/http/to-app-error';

/** A write that someone makes who is not signed in: it carries its own proof in the input. */
export interface PublicActionDefinition<Input extends z.ZodType = z.ZodType, Answer = unknown> {
  name: string;
  permission: 'public';
  input: Input;
  run(input: z.output<Input>): Promise<Answer>;
}

export function definePublicAction<Input extends z.ZodType, Answer>(
  definition: PublicActionDefinition<Input, Answer>,
): PublicActionDefinition<Input, Answer> {
  return definition;
}

/** Parse → run → a typed result; see `carryOutAction`. */
export async function carryOutPublicAction<Input extends z.ZodType, Answer>(
  definition: PublicActionDefinition<Input, Answer>,
  input: unknown,
  requestId: string,
): Promise<ActionResult<Answer>> {
  try {
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) throw invalidInput(parsed.error);
    return { ok: true, data: await definition.run(parsed.data) };
  } catch (error) {
    return refusal(error, requestId, definition.name);
  }
}
