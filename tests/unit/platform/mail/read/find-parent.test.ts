import { describe, expect, it } from 'vitest';
import { findParent } from '@/platform/mail/read/find-parent';

describe('findParent', () => {
  const mail = { messageId: '<c@x>', references: ['<a@x>', '<b@x>'], inReplyTo: ['<i@x>'] };
  const known =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id);

  it('finds the newest known ancestor', () => {
    expect(findParent(mail, known('<a@x>', '<b@x>', '<i@x>'))).toBe('<b@x>');
    expect(findParent(mail, known('<a@x>', '<i@x>'))).toBe('<a@x>');
    expect(findParent(mail, known('<i@x>'))).toBe('<i@x>');
    expect(findParent(mail, known())).toBeNull();
  });

  it('is nobody its own parent', () => {
    expect(findParent({ messageId: '<a@x>', references: ['<a@x>'], inReplyTo: [] }, known('<a@x>'))).toBeNull();
  });
});
