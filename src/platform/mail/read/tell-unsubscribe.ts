import type { ParsedMail } from './parsed-mail';
import { splitQuoted } from './split-quoted';
import { unsubscribeSentence, unsubscribeWord } from './unsubscribe.data';

/** As long as a wish to hear no more is, and as a letter that mentions one is not. */
const mostWords = 14;
const mostChars = 120;

/** The message asks for nothing but to be written to no more. */
export function isUnsubscribe(mail: ParsedMail): boolean {
  if (mail.to.some(({ address }) => /(?:^|[+._-])unsub(?:scribe)?(?:[+._-][^@]*)?@/i.test(address))) return true;
  if (mail.headers.has('x-apple-unsubscribe')) return true;
  const words = splitQuoted({ text: mail.text.slice(0, 50_000), html: null }).visible.trim();
  // Without words of its own, and not in answer, what the subject says is the message.
  return asks(words) || (words.length <= 40 && asks(mail.subject.trim()));
}

function asks(text: string): boolean {
  if (text.length > mostChars || text.split(/\s+/).length > mostWords || text.endsWith('?')) return false;
  return unsubscribeWord.test(text) || unsubscribeSentence.test(text);
}
