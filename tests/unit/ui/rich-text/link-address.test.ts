import { describe, expect, it } from 'vitest';
import { linkAddress } from '@/ui/rich-text/link-address';

describe('linkAddress', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    ['http://example.com/a?b=c', 'http://example.com/a?b=c'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['noor@example.com', 'mailto:noor@example.com'],
    ['mailto:noor@example.com', 'mailto:noor@example.com'],
  ])('reads %s', (text, expected) => {
    expect(linkAddress(text)).toBe(expected);
  });

  it.each([
    '',
    'hello',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' data:text/html,x',
    'java\nscript:alert(1)',
    'vbscript:x',
    'file:///etc/passwd',
  ])('refuses %j', (text) => {
    expect(linkAddress(text)).toBeNull();
  });
});
