import clean from 'sanitize-html';

/** What mail is made of; nothing that runs, loads, submits or changes what it is relative to. */
const allowedTags = [
  'p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
  'strong', 'b', 'em', 'i', 'u', 's', 'strike', 'sub', 'sup', 'small', 'big', 'a', 'span', 'div', 'font', 'center',
  'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'img',
]; // prettier-ignore

/** No `url(…)`, no expression, no place outside of the frame: words, numbers, lengths and colours only. */
const value = [/^(?!.*(?:url|expression|import|@|\\|\/\*))[\w\s.,%#()'"-]{1,200}$/i];
const styles = [
  'color', 'background-color', 'font', 'font-family', 'font-size', 'font-style', 'font-weight', 'line-height',
  'letter-spacing', 'text-align', 'text-decoration', 'text-transform', 'vertical-align', 'white-space',
  'width', 'max-width', 'min-width', 'height', 'margin', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left',
  'padding', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left',
  'border', 'border-top', 'border-right', 'border-bottom', 'border-left', 'border-collapse', 'border-spacing',
  'border-radius', 'border-color', 'border-style', 'border-width', 'display', 'list-style-type',
]; // prettier-ignore

const mostChars = 2_000_000;
const mostTags = 20_000;
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export interface MailPictures {
  /** Answers what stands for a picture: a `data:` address, or null for one that is not shown. */
  show: (source: string) => string | null;
}

/**
 * The body of a mail from outside, for a frame that runs nothing: links lead outside without saying where from, pictures
 * are what `show` says of them, everything else that would be fetched, run or sent is gone. Null when it is too large to
 * be looked through.
 */
export function sanitizeMail(html: string, { show }: MailPictures): string | null {
  if (html.length > mostChars || (html.match(/<[a-z!?]/gi)?.length ?? 0) > mostTags) return null;
  return clean(html.replace(unwritable, ''), {
    allowedTags,
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'dir', 'lang', 'title'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      font: ['color', 'face', 'size'],
      ol: ['start', 'type'],
      table: ['width', 'height', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
      tr: ['bgcolor', 'height'],
      th: ['colspan', 'rowspan', 'width', 'height', 'bgcolor'],
      td: ['colspan', 'rowspan', 'width', 'height', 'bgcolor'],
      col: ['span', 'width'],
    },
    allowedStyles: { '*': Object.fromEntries(styles.map((style) => [style, value])) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: 100,
    transformTags: {
      a: (tagName, { href = '', ...rest }) => {
        const outside = /^(https?:|mailto:|tel:)/i.test(href.trim());
        const safe = { rel: 'noopener noreferrer', target: '_blank', ...(rest.style && { style: rest.style }) };
        return { tagName, attribs: outside ? { href, ...safe } : safe };
      },
      img: (tagName, { src = '', alt = '', srcset: _srcset, ...rest }) => {
        const shown = show(src.trim());
        return { tagName, attribs: shown === null ? { alt } : { ...rest, alt, src: shown } };
      },
    },
  });
}
