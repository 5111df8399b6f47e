import { findQuotes, type LineRole } from './find-quotes';
import { markSignatures } from './find-signature';
import { htmlToLines } from './html-to-text';

export interface SplitText {
  /** What the sender newly wrote. */
  visible: string;
  /** Earlier messages, with the lines that introduce them. */
  quoted: string;
  signature: string;
  /** The message that was passed on or answered in full, from its headers on and without quotation marks. */
  embedded: string | null;
}

/**
 * Parts what somebody newly wrote from what is quoted below, above or between, and from the signature. Every line of the
 * text is in exactly one of the three, in its order. The HTML is read only where there is no text.
 */
export function splitQuoted({ text, html }: { text: string; html: string | null }): SplitText {
  const given = text.trim() === '' && html !== null ? readHtml(html) : readText(text);
  const { roles, embeddedAt } = findQuotes(given.lines);
  given.quoted.forEach((quoted, index) => {
    if (quoted) roles[index] = 'quoted';
  });
  markSignatures(given.lines, roles);
  const of = (role: LineRole) => collect(given.lines, roles, role);
  return {
    visible: of('visible'),
    quoted: of('quoted'),
    signature: of('signature'),
    embedded: embeddedAt < 0 ? null : unquote(given.lines.slice(embeddedAt)),
  };
}

interface GivenLines {
  lines: string[];
  /** Known to be quoted by the HTML's elements. */
  quoted: boolean[];
}

function readText(text: string): GivenLines {
  const lines = text.split(/\r\n?|\n/);
  return { lines, quoted: lines.map(() => false) };
}

function readHtml(html: string): GivenLines {
  const lines = htmlToLines(html);
  return {
    lines: lines.map(({ text }) => text),
    quoted: lines.map(({ depth, attribution }) => depth > 0 || attribution),
  };
}

/** The lines of one role; where others stood between them, an empty line. */
function collect(lines: string[], roles: LineRole[], role: LineRole): string {
  const runs: string[][] = [];
  lines.forEach((line, index) => {
    if (roles[index] !== role) return;
    const run = index > 0 && roles[index - 1] === role ? runs.at(-1) : undefined;
    if (run) run.push(line);
    else runs.push([line]);
  });
  const texts = runs.map((run) =>
    run
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd(),
  );
  return texts.filter((text) => text.trim() !== '').join('\n\n');
}

function unquote(lines: string[]): string {
  const all = lines.filter((line) => line.trim() !== '');
  const marked = all.length > 0 && all.every((line) => /^\s*>/.test(line));
  return (marked ? lines.map((line) => line.replace(/^\s*> ?/, '')) : lines).join('\n').trim();
}
