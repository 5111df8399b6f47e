import { foldName } from '@/shared/identity/fold-name';
import type { Platform } from '@/shared/identity/platforms';
import type { ParsedRow } from './parsed-row';

export interface IdentityKeys {
  /** First: an account on a platform, by its id where known, else by its folded name. */
  handles: { platform: Platform; normalized: string; platformAccountId?: string }[];
  /** Second: an address, lower-cased with its domain in punycode. */
  emails: string[];
  /** Last: the name folded of case, diacritics, mathematical letters and word order; absent when the file gives none. */
  name?: string;
}

/**
 * By what the person of a row is recognised, in the order that counts: handle, then mail, then name. The same mail with
 * another handle on the same platform is another person.
 */
export function identityKeys(row: Pick<ParsedRow, 'handles' | 'emails' | 'displayName' | 'hasName'>): IdentityKeys {
  return {
    handles: row.handles.map(({ platform, normalized, platformAccountId }) => ({
      platform,
      normalized,
      platformAccountId,
    })),
    emails: row.emails.map((email) => email.normalized),
    name: row.hasName ? foldName(row.displayName) : undefined,
  };
}
