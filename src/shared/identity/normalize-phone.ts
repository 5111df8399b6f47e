/** `number` is E.164 when the country was written with it (`+` or `00`), otherwise as written, blanks tidied. */
export type PhoneResult = { ok: true; number: string; international: boolean } | { ok: false; reason: 'not_a_phone' };

/** Tidies a telephone number without guessing a country. Letters other than an extension refuse it. */
export function normalizePhone(text: string): PhoneResult {
  const written = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const [number = '', extension] = written.split(/\s*(?:ext\.?|x|#|durchwahl)\s*(?=\d{1,6}$)/i);
  const digits = number.replace(/\(0\)/, '').replace(/\D/g, '');
  if (!/^[+\d\s().\-/]+$/.test(number) || digits.length < 5 || digits.length > 17) {
    return { ok: false, reason: 'not_a_phone' };
  }
  const national = digits.replace(/^00/, '');
  const international = /^(\(?\+|00)/.test(number) && national.length >= 7 && national.length <= 15;
  const suffix = extension ? ` ext. ${extension}` : '';
  return { ok: true, number: (international ? `+${national}` : number) + suffix, international };
}
