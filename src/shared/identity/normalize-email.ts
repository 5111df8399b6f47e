export type EmailReason = 'empty' | 'too_long' | 'not_an_address';

export type EmailResult = { ok: true; address: string; normalized: string } | { ok: false; reason: EmailReason };

/** RFC 5321 4.5.3.1.3 less the angle brackets of a path; 64 and 63 are its limits of a local part and a DNS label. */
export const MAX_EMAIL_CHARS = 254;

/**
 * Judges an address as mail servers do (RFC 5321 mailbox, RFC 6531 letters) and gives its key of identity: lower-cased,
 * the domain in punycode. Blanks around it are forgiven. Comments, folded lines and the other obsolete forms of
 * RFC 5322 are refused: nobody's address is written that way.
 */
export function normalizeEmail(text: string): EmailResult {
  const address = text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '');
  if (address === '') return { ok: false, reason: 'empty' };
  if (address.length > MAX_EMAIL_CHARS) return { ok: false, reason: 'too_long' };
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = asciiDomain(address.slice(at + 1));
  if (at < 1 || !isLocalPart(local) || !domain) return { ok: false, reason: 'not_an_address' };
  const normalized = `${local.toLowerCase()}@${domain}`;
  return normalized.length > MAX_EMAIL_CHARS ? { ok: false, reason: 'too_long' } : { ok: true, address, normalized };
}

const atom = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/;

function isLocalPart(local: string): boolean {
  if (local.length > 64) return false;
  return quoted.test(local) || local.split('.').every((part) => atom.test(part));
}

function asciiDomain(domain: string): string | undefined {
  const literal = /^\[(?:IPv6:)?([0-9a-f:.]+)\]$/i.exec(domain)?.[1];
  if (literal) return isAddress(literal, domain) ? domain.toLowerCase() : undefined;
  const ascii = /^[\x21-\x7e]*$/.test(domain) ? domain.toLowerCase() : punycode(domain);
  const labels = ascii?.split('.') ?? [];
  return labels.length > 0 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
    ? ascii
    : undefined;
}

function isAddress(address: string, domain: string): boolean {
  const v6 = /^\[IPv6:/i.test(domain);
  const parts = address.split('.');
  return v6 ? URL.canParse(`http://[${address}]`) : parts.length === 4 && parts.every((part) => Number(part) <= 255);
}

function punycode(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return undefined;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : undefined;
}
