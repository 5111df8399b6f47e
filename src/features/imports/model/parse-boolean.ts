import { foldText } from '@/shared/identity/fold-name';

const yes = new Set('yes y true 1 x ja j oui o vrai si s sim verdadeiro vero wahr on да hai active checked'.split(' '));
const no = new Set('no n false 0 nein non faux nao falso falsch off нет inactive unchecked'.split(' '));

/** Yes and no in the languages lists come in; undefined for anything else. */
export function parseBoolean(text: string): boolean | undefined {
  const trimmed = text.trim();
  if (/^[✓✔☑✅]$/u.test(trimmed)) return true;
  if (/^[✗✘☐❌]$/u.test(trimmed)) return false;
  const folded = foldText(trimmed);
  if (yes.has(folded)) return true;
  return no.has(folded) ? false : undefined;
}
