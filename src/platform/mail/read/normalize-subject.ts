import { answerPrefixes, forwardPrefixes } from './normalize-subject.data';

const prefix = new RegExp(
  `^(?:${[...answerPrefixes, ...forwardPrefixes].join('|')})\\s{0,3}(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3}|\\*\\d{1,3}|\\d{1,2})?\\s{0,3}[:：]\\s*`,
  'iu',
);
const tag = /^\[[^[\]]{1,60}\]\s*/;

/** RFC 5322 lets a line be so long. */
const mostChars = 998;

/**
 * The subject that an answer shares with what it answers: without `Re:`, `Fwd:`, `AW:` and their like in other
 * languages, however often repeated and also behind a [tag], which stays. White space is one blank. '' when nothing is
 * left.
 */
export function normalizeSubject(subject: string): string {
  let rest = subject.slice(0, mostChars).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const tags = new Set<string>();
  for (let found = leading(rest); found; found = leading(rest)) {
    if (found.startsWith('[')) tags.add(found.trim());
    rest = rest.slice(found.length);
  }
  return [...tags, rest.replace(/\s*\((?:fwd|fw)\)$/i, '')].join(' ').trim();
}

function leading(text: string): string | undefined {
  return (prefix.exec(text) ?? tag.exec(text))?.[0];
}

/** Whether the subject says that it answers or passes on another message. */
export function isAnswerSubject(subject: string): boolean {
  const text = subject.slice(0, mostChars).trim();
  return prefix.test(text) || prefix.test(text.replace(tag, ''));
}
