import type { Tx } from '@/platform/db/in-workspace';
import { sanitizeHtml } from '@/platform/html/sanitize-html';
import { toPlainText } from '@/platform/html/to-plain-text';
import { AppError } from '@/shared/errors';
import { decodeId } from '@/shared/ids';

export interface NoteContent {
  html: string;
  text: string;
  /** Memberships, each once. */
  mentions: string[];
}

/**
 * Rich text from outside → what is kept of it, its plain form, and whom it mentions.
 * @throws AppError invalid_input when nothing is left to read or it mentions somebody who is not of this workspace
 */
export async function readNoteHtml(tx: Tx, given: string): Promise<NoteContent> {
  const html = sanitizeHtml(given);
  const text = toPlainText(html);
  if (!/[^\s\p{Cf}]/u.test(text)) throw refuse('must not be blank');
  const mentions = mentionsIn(html);
  const members = await tx.db.membership.count({ where: { id: { in: mentions } } });
  if (members !== mentions.length) throw refuse('mentions somebody who is not a member of this workspace');
  return { html, text, mentions };
}

function mentionsIn(html: string): string[] {
  const spans = html.match(/<span\b[^>]*\bdata-type="mention"[^>]*>/g) ?? [];
  const ids = spans.map((span) => /\bdata-id="(mem_[0-9a-f]{32})"/.exec(span)?.[1]);
  if (ids.includes(undefined)) throw refuse('mentions somebody who is not a member of this workspace');
  return [...new Set(ids.filter((id) => id !== undefined).map((id) => decodeId('membership', id)))];
}

function refuse(message: string): AppError {
  return new AppError('invalid_input', { message: `html: ${message}`, fields: [{ path: 'html', message }] });
}
