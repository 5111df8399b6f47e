import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

/** What a test writes to console.error is a failure of it: warnings of React, unhandled states, errors nobody expected. */
const original = console.error;
let written: string[] = [];

beforeEach(() => {
  written = [];
  console.error = (...args: unknown[]) => void written.push(format(...args));
});

afterEach(() => {
  console.error = original;
  if (written.length > 0) throw new Error(`console.error was called:\n${written.join('\n')}`);
});
