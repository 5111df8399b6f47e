import { AppError } from '@/shared/errors';

/** The place after a row in a list, opaque outside. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * The parts of a cursor; `checks` has one for each part.
 * @throws AppError invalid_input for anything this list did not give out
 */
export function decodeCursor(cursor: string, checks: readonly ((part: string) => boolean)[]): string[] {
  const parts = parse(cursor);
  if (parts?.length === checks.length && parts.every((part, index) => checks[index]?.(part))) return parts;
  throw new AppError('invalid_input', {
    reason: 'invalid_cursor',
    message: 'This cursor does not belong to this list. Begin without one.',
    fields: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}

function parse(cursor: string): string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part): part is string => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}
