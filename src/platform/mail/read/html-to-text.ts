import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface TextLine {
  text: string;
  /** How many quotations it stands in. */
  depth: number;
  /** It introduces a quotation, as the mail program marks it (`gmail_attr`, `moz-cite-prefix`). */
  attribution: boolean;
}

interface OpenElement {
  name: string;
  quote: boolean;
  pre: boolean;
  hidden: boolean;
  attribution: boolean;
}

const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figure', 'footer', 'form', 'header', 'li', 'main', 'nav', 'section', 'table', 'tbody', 'tr', 'body', 'html', 'title']); // prettier-ignore
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'pre']);
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']); // prettier-ignore
const unseen = new Set(['head', 'style', 'script', 'title', 'template', 'svg']);
const read = new Set(['type', 'class', 'style', 'id']);
const attributionClass = /\b(?:gmail_attr|moz-cite-prefix|yahoo-quoted-begin|protonmail_quote_header)\b/;

/** A document of a hundred megabytes of one line would hold the process; mail programs cut far earlier. */
const mostChars = 8_000_000;

/** HTML as lines of plain text. Linear in its length, whatever is left open or closed twice. */
export function htmlToLines(html: string): TextLine[] {
  const reader = new LineReader();
  const source = html.slice(0, mostChars);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks(source, reader));
  tokenizer.write(source);
  tokenizer.end();
  return reader.finish();
}

/** HTML as plain text, quotations marked by `> ` as plain text has them. */
export function htmlToText(html: string): string {
  return htmlToLines(html)
    .map(({ text, depth }) => `${'> '.repeat(Math.min(depth, 10))}${text}`.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function callbacks(source: string, reader: LineReader): TokenizerCallbacks {
  let name = '';
  let attribute = '';
  let attributes: Record<string, string> = {};
  const append = (text: string) => {
    if (read.has(attribute)) attributes[attribute] = (attributes[attribute] ?? '') + text;
  };
  const open = () => {
    reader.open(name, attributes);
    attributes = {};
  };
  const ignore = () => undefined;
  return {
    onopentagname: (start, end) => (name = source.slice(start, end).toLowerCase()),
    onattribname: (start, end) => (attribute = source.slice(start, end).toLowerCase()),
    onattribdata: (start, end) => append(source.slice(start, end)),
    onattribentity: (codepoint) => append(String.fromCodePoint(codepoint)),
    onattribend: ignore,
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag: (start, end) => reader.close(source.slice(start, end).toLowerCase()),
    ontext: (start, end) => reader.text(source.slice(start, end)),
    ontextentity: (codepoint) => reader.text(String.fromCodePoint(codepoint)),
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: ignore,
  };
}

class LineReader {
  private readonly lines: TextLine[] = [];
  private readonly stack: OpenElement[] = [];
  private readonly openCount = new Map<string, number>();
  private current: string[] = [];
  private blank = true;
  private spaced = false;
  private paragraph = false;
  private quotes = 0;
  private pres = 0;
  private hidden = 0;
  private attributions = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'br') this.endLine();
    if (name === 'hr') this.rule();
    if (name === 'td' || name === 'th') this.text(' ');
    if (voids.has(name)) return;
    if (name === 'body') this.close('head');
    this.breakBefore(name);
    if (name === 'li' && this.hidden === 0) this.append('- ');
    const element = describe(name, attributes);
    this.stack.push(element);
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
    this.count(element, 1);
  }

  close(name: string): void {
    if (name === 'p' && !this.openCount.get('p')) this.breakBefore('p');
    if (!this.openCount.get(name)) return;
    let element: OpenElement | undefined;
    do {
      element = this.stack.pop();
      if (!element) return;
      this.breakBefore(element.name);
      this.openCount.set(element.name, (this.openCount.get(element.name) ?? 1) - 1);
      this.count(element, -1);
    } while (element.name !== name);
  }

  text(text: string): void {
    if (this.hidden > 0) return;
    if (this.pres > 0) this.preformatted(text);
    else this.flowing(text);
  }

  private flowing(text: string): void {
    const words = text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    const trimmed = this.blank || this.spaced ? words.replace(/^ /, '') : words;
    if (trimmed) this.append(trimmed);
  }

  finish(): TextLine[] {
    if (!this.blank) this.endLine();
    return this.lines;
  }

  private append(text: string): void {
    if (this.blank && text.trim() === '' && this.pres === 0) return;
    if (this.blank && this.paragraph) this.push('');
    this.paragraph = false;
    this.current.push(text);
    this.blank = false;
    this.spaced = text.endsWith(' ');
  }

  private preformatted(text: string): void {
    const [first = '', ...rest] = text.split(/\r?\n/);
    if (first) this.append(first);
    for (const line of rest) {
      this.endLine();
      if (line) this.append(line);
    }
  }

  private endLine(): void {
    if (this.hidden > 0) return;
    if (this.blank && this.paragraph) this.paragraph = false;
    this.push(this.current.join('').trimEnd());
    this.current = [];
    this.blank = true;
    this.spaced = false;
  }

  private rule(): void {
    if (!this.blank) this.endLine();
    this.append('________________________________');
    this.endLine();
  }

  private push(text: string): void {
    this.lines.push({ text, depth: this.quotes, attribution: this.attributions > 0 });
  }

  private breakBefore(name: string): void {
    if (!this.blank && (blocks.has(name) || paragraphs.has(name))) this.endLine();
    if (paragraphs.has(name) && this.lines.length > 0 && this.lines.at(-1)?.text !== '') this.paragraph = true;
  }

  private count(element: OpenElement, change: 1 | -1): void {
    if (element.quote) this.quotes += change;
    if (element.pre) this.pres += change;
    if (element.hidden) this.hidden += change;
    if (element.attribution) this.attributions += change;
  }
}

function describe(name: string, { type = '', style = '', class: className = '' }: Record<string, string>): OpenElement {
  return {
    name,
    quote: name === 'blockquote' && (type.toLowerCase() === 'cite' || /quote|cite/i.test(className) || /border-left|margin:\s*0\s+0\s+0\s+\.?8ex/i.test(style)), // prettier-ignore
    pre: name === 'pre' || name === 'textarea',
    hidden: unseen.has(name) || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style),
    attribution: attributionClass.test(className),
  };
}
