import type { Context } from '@/platform/auth/context';
import { AppError } from '@/shared/errors';

/** The membership of the person who asks. @throws AppError invalid_state `nobody` for keys and the worker */
export function requireSelf({ actor }: Context): string {
  if (actor.type === 'user') return actor.membershipId;
  throw new AppError('invalid_state', { reason: 'nobody', message: 'Only a person can do this: a key is nobody.' });
}
