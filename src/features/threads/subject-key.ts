import { normalizeSubject } from '@/platform/mail/read/normalize-subject';
import { foldText } from '@/shared/identity/fold-name';

/** By which two subjects are the same: without `Re:` and the like, case, diacritics and punctuation; 500 characters of it. */
export function subjectKey(subject: string): string {
  return foldText(normalizeSubject(subject)).slice(0, 500);
}
