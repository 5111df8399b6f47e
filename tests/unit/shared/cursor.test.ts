import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isAppError } from '@/shared/errors';

const any = () => true;

describe('a cursor', () => {
  it('brings back what was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
        expect(
          decodeCursor(
            encodeCursor(parts),
            parts.map(() => any),
          ),
        ).toEqual(parts);
      }),
    );
  });

  it('is refused when it is anything else', () => {
    const refused = (cursor: string, checks: ((part: string) => boolean)[] = [any]) => {
      try {
        decodeCursor(cursor, checks);
      } catch (error) {
        return isAppError(error) && error.code === 'invalid_input';
      }
      return false;
    };
    fc.assert(fc.property(fc.string(), (text) => refused(text)));
    expect(refused(encodeCursor(['a', 'b']))).toBe(true);
    expect(refused(encodeCursor(['a']), [(part) => part === 'b'])).toBe(true);
    expect(refused(Buffer.from('[1]').toString('base64url'))).toBe(true);
    expect(refused(Buffer.from('{"length":1}').toString('base64url'))).toBe(true);
  });
});
