import { sanitizeHtml } from './sanitize-html';

interface OpenElement {
  name: string;
  href: string;
  /** Number of the next item of an ordered list. */
  item: number;
  /** Where its text begins. */
  from: number;
}

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'ul', 'ol', 'table']);
const lines = new Set(['div', 'tr']);
const cells = new Set(['td', 'th']);

/**
 * Rich text for readers of plain text: paragraphs apart by an empty line, list items as `- ` or `1. `, links with
 * their address behind them.
 * @throws AppError limit_exceeded, as `sanitizeHtml`
 */
export function toPlainText(html: string): string {
  const open: OpenElement[] = [];
  let text = '';
  // What was sanitised is well-formed, and holds neither `<` nor `>` outside of tags.
  for (const [token, slash, name, attributes] of sanitizeHtml(html).matchAll(/<(\/?)(\w+)([^>]*)>|[^<]+/g)) {
    if (!name) text += words(token, open, text);
    else if (slash) text += ending(open.pop(), open, text);
    else text += beginning(name, attributes ?? '', { open, text });
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function words(token: string, open: OpenElement[], text: string): string {
  if (open.some(({ name }) => name === 'pre')) return decode(token);
  const run = token.replace(/[ \t\r\n]+/g, ' ');
  return decode(/(^|\s)$/.test(text) ? run.trimStart() : run);
}

function beginning(name: string, attributes: string, { open, text }: { open: OpenElement[]; text: string }): string {
  if (name === 'br') return '\n';
  if (name === 'hr') return '\n\n---\n\n';
  const mark = markOf(name, open, text);
  const item = Number(/ start="(\d{1,6})"/.exec(attributes)?.[1] ?? 1);
  const href = decode(/ href="([^"]*)"/.exec(attributes)?.[1] ?? '');
  open.push({ name, href, item, from: text.length + mark.length });
  return mark;
}

function markOf(name: string, open: OpenElement[], text: string): string {
  const parent = open.at(-1);
  if (name === 'li') {
    const depth = open.filter((element) => element.name === 'li').length;
    return `\n${'  '.repeat(depth)}${parent?.name === 'ol' ? `${parent.item++}.` : '-'} `;
  }
  if (cells.has(name)) return /(^|\n)$/.test(text) ? '' : '\t';
  if (blocks.has(name)) return parent?.name === 'li' ? between(name, text) : '\n\n';
  return name === 'div' ? '\n' : '';
}

/** The paragraphs of a list's item stay together, and the first stands beside its mark. */
function between(name: string, text: string): string {
  return name === 'ul' || name === 'ol' || /(- |\. )$/.test(text) ? '' : '\n';
}

function ending(element: OpenElement | undefined, open: OpenElement[], text: string): string {
  if (!element) return '';
  if (blocks.has(element.name)) return open.at(-1)?.name === 'li' ? '' : '\n\n';
  if (lines.has(element.name)) return '\n';
  const address = element.href.replace(/^(mailto|tel):/, '');
  return address && !text.slice(element.from).includes(address) ? ` (${address})` : '';
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function decode(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}
