import clean from 'sanitize-html';
import { AppError } from '@/shared/errors';

/** What the rich-text editor can write, and a table or a heading that was pasted into it. */
const allowedTags = [
  'p', 'br', 'h1', 'h2', 'h3', 'h4', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li',
  'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'a', 'span', 'div',
  'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
]; // prettier-ignore

/** The parser's time grows with the square of what is left open: half a million open tags would take minutes. */
const mostTags = 20_000;

/** Control characters that neither HTML nor PostgreSQL can hold; tab and line ends stay. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * Rich text that a person typed or pasted, reduced to what may be shown to others and sent: no scripts, no styles, no
 * forms, and nothing that is fetched when it is opened (images, frames, fonts), so that reading it tells nobody.
 * Sanitising twice changes nothing.
 * @throws AppError limit_exceeded, reason too_many_tags (more than 20,000)
 */
export function sanitizeHtml(html: string): string {
  if ((html.match(/<[a-z!?]/gi)?.length ?? 0) > mostTags) {
    throw new AppError('limit_exceeded', {
      reason: 'too_many_tags',
      message: `This text has more than ${mostTags} formatting marks. Paste it as plain text.`,
    });
  }
  return clean(html.replace(unwritable, ''), {
    allowedTags,
    allowedAttributes: {
      a: ['href', 'rel', 'target'],
      ol: ['start'],
      th: ['colspan', 'rowspan'],
      td: ['colspan', 'rowspan'],
      span: [{ name: 'data-type', values: ['mention'] }, 'data-id', 'data-label'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nestingLimit: 60,
    transformTags: { a: toOutsideLink },
  });
}

/** Links lead outside by a full address or nowhere: a relative one means something else in each place it is shown. */
function toOutsideLink(tagName: string, { href = '' }: clean.Attributes): clean.Tag {
  const attribs = { rel: 'noopener noreferrer', target: '_blank' };
  return { tagName, attribs: /^(https?:|mailto:|tel:)/i.test(href) ? { href, ...attribs } : attribs };
}
