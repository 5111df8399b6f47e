import type { z } from 'zod';
import { sqlStateOf } from '@/platform/db/in-workspace';
import { AppError, isAppError, type FieldError } from '@/shared/errors';

/** The refusals of PostgreSQL that a caller caused; everything else is unexpected and answers null. */
export function toAppError(error: unknown): AppError | null {
  if (isAppError(error)) return error;
  switch (sqlStateOf(error)) {
    case '23505':
      return new AppError('conflict', {
        reason: 'already_exists',
        message: 'Something with this name or key exists already.',
      });
    case '23503':
      return new AppError('not_found', { reason: 'reference', message: 'Something this refers to does not exist.' });
    case '23514':
      return new AppError('invalid_state', { message: 'This is not allowed in the present state.' });
    case '22P05':
    case '22021':
      return new AppError('invalid_input', { message: 'A text holds a character that cannot be stored (NUL).' });
    case '40001':
    case '40P01':
      return new AppError('conflict', { reason: 'busy', message: 'Others were changing the same rows. Try again.' });
    default:
      return null;
  }
}

/** Every issue of a failed parse as a field and a sentence. */
export function invalidInput(error: z.ZodError): AppError {
  const fields: FieldError[] = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.code === 'unrecognized_keys' ? `has no field ${issue.keys.join(', ')}` : issue.message,
  }));
  const first = fields[0];
  return new AppError('invalid_input', {
    message: first ? `${first.path || 'input'}: ${first.message}` : 'The input is not valid.',
    fields,
  });
}
