import { z } from 'zod';
import { subscriberTitles } from '@/app/effects/subscriber-titles';
import { resolveUnknownEffect } from '@/platform/events/resolve-unknown-effect';
import { retryEffect } from '@/platform/events/retry-effect';
import { defineAction } from '@/platform/http/define-action';
import { idSchema } from '@/shared/ids';

const permission = 'effect.update';
const subscribers = subscriberTitles.map(({ subscriber }) => subscriber);

export const retryEffectAction = defineAction({
  name: 'retry-effect',
  permission,
  input: z.strictObject({ id: idSchema('effect') }),
  run: (tx, { id }) => retryEffect(tx, id, subscribers),
});

export const resolveEffectAction = defineAction({
  name: 'resolve-effect',
  permission,
  input: z.strictObject({ id: idSchema('effect'), decision: z.enum(['sent', 'not_sent', 'give_up']) }),
  run: (tx, { id, decision }) => resolveUnknownEffect(tx, { effectId: id, decision }, subscribers),
});

export const effectActions = [retryEffectAction, resolveEffectAction];
