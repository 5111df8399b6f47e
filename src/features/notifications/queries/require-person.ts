import type { Context } from '@/platform/auth/context';
import { AppError } from '@/shared/errors';

/** The member who asks. @throws AppError forbidden for keys and the worker, who are told nothing */
export function requirePerson({ actor }: Context): string {
  if (actor.type !== 'user')
    throw new AppError('forbidden', { message: 'Only people have notifications of their own.' });
  return actor.membershipId;
}
