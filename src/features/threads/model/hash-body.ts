import { createHash } from 'node:crypto';

/** SHA-256 of a text without its white space, hex: servers on the way fold and pad lines. */
export function hashBody(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex');
}
