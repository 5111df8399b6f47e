import { type z } from 'zod';
import type { Context } from '@/platform/auth/context';
import { requirePermission } from '@/platform/auth/require-permission';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { invalidInput, toAppError } from '@/platform/http/to-app-error';
import { logger } from '@/platform/logger/logger';
import type { ErrorCode, FieldError } from '@/shared/errors';
import type { Permission } from '@/shared/permissions';

/** What an action answers the browser: nothing is thrown across the wire. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      error: {
        code: ErrorCode | 'internal';
        reason?: string;
        message: string;
        fields: FieldError[];
        reference: string;
        /** Machine-readable, such as the candidates of a possible duplicate. */
        extra?: Record<string, unknown>;
      };
    };

/** One entry of the static list of all actions. */
export interface ActionDefinition<Input extends z.ZodType = z.ZodType, Answer = unknown, Prepared = void> {
  /** The use case's stem: `update-creator`. */
  name: string;
  permission: Permission;
  input: Input;
  /** What cannot be in the transaction, such as asking another server, before it. */
  prepare?(ctx: Context, input: z.output<Input>): Promise<Prepared>;
  run(tx: Tx, input: z.output<Input>, prepared: Prepared): Promise<Answer>;
}

/** A write that a form makes. Serve it with `runAction` from a `'use server'` file of the slice. */
export function defineAction<Input extends z.ZodType, Answer, Prepared = void>(
  definition: ActionDefinition<Input, Answer, Prepared>,
): ActionDefinition<Input, Answer, Prepared> {
  return definition;
}

/**
 * Permission → parse → one transaction → a typed result. The unexpected gets a reference and is logged once, here.
 */
export async function carryOutAction<Input extends z.ZodType, Answer, Prepared>(
  definition: ActionDefinition<Input, Answer, Prepared>,
  ctx: Context,
  input: unknown,
): Promise<ActionResult<Answer>> {
  try {
    requirePermission(ctx, definition.permission);
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) throw invalidInput(parsed.error);
    const prepared = (await definition.prepare?.(ctx, parsed.data)) as Prepared;
    return { ok: true, data: await inWorkspace(ctx, (tx) => definition.run(tx, parsed.data, prepared)) };
  } catch (error) {
    return refusal(error, ctx.requestId, definition.name);
  }
}

/** The same for what failed before there was a Context. */
export function refusal(error: unknown, reference: string, action: string): ActionResult<never> {
  const known = toAppError(error);
  if (known) {
    const { reason, message, fields, extra } = known.details;
    const spoken = message ?? 'This is not possible.';
    return {
      ok: false,
      error: {
        code: known.code,
        ...(reason && { reason }),
        message: spoken,
        fields: fields ?? [],
        reference,
        ...(extra && { extra }),
      },
    };
  }
  logger().error({ err: error, requestId: reference, action }, 'an action failed unexpectedly');
  return {
    ok: false,
    error: {
      code: 'internal',
      message: `Something went wrong on our side. Nothing was changed. Reference ${reference}`,
      fields: [],
      reference,
    },
  };
}
