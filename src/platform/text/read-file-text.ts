import type { FileText } from '@/platform/text/file-text';
import { readPdfText } from '@/platform/text/read-pdf-text';
import { readWordText } from '@/platform/text/read-word-text';

/** Files larger than this are not read, in bytes. */
export const mostReadBytes = 20 * 1024 * 1024;
const mostCharacters = 500_000;

type Format = 'pdf' | 'word' | 'plain';

/** How a file is read, by its name, else by its type; null: not at all. */
export function formatOf({ name, contentType }: { name: string; contentType: string }): Format | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'pdf' || contentType === 'application/pdf') return 'pdf';
  if (ending === 'docx' || contentType.endsWith('.wordprocessingml.document')) return 'word';
  const isPlain = /^text\/(plain|csv|markdown|tab-separated-values)/.test(contentType);
  return isPlain || ['txt', 'csv', 'md', 'tsv'].includes(ending ?? '') ? 'plain' : null;
}

/**
 * Reads what a file says, bounded in pages, letters and time. Whatever the bytes are, it answers: a damaged or hostile file
 * has no text, and says why.
 */
export async function readFileText(bytes: Buffer, format: Format, signal: AbortSignal): Promise<FileText> {
  if (bytes.length > mostReadBytes) return { text: '', gap: 'too_large' };
  const read = await readers[format](bytes, mostCharacters, signal);
  const text = read.text.replace(/[\0\p{Cs}]/gu, ' ').trim();
  return {
    text: text.slice(0, mostCharacters).replace(/\p{Cs}$/u, ''),
    gap: text.length > mostCharacters ? 'too_long' : read.gap,
  };
}

type Reader = (bytes: Buffer, most: number, signal: AbortSignal) => Promise<FileText> | FileText;

const readers: Record<Format, Reader> = { pdf: readPdfText, word: readWordText, plain: readPlainText };

/** UTF-8, or what older programs write. */
function readPlainText(bytes: Buffer): FileText {
  if (bytes.includes(0) && !(bytes[0] === 0xff && bytes[1] === 0xfe)) return { text: '', gap: 'damaged' };
  try {
    const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-8';
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), gap: null };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), gap: null };
  }
}
