import { expect, type Page } from '@playwright/test';

/** Collects what the browser complains of; call the answer at the end of a test to see that it was nothing. */
export function watchConsole(page: Page, allowed: RegExp[] = []): () => void {
  const complaints: string[] = [];
  const note = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(message.text());
  });
  page.on('pageerror', (error) => note(error.message));
  return () => expect(complaints).toEqual([]);
}
