/** The fields that stand for something of the creator, the brand or the sender in a message's subject and body. */
export const mergeFields = [
  'creator.greeting',
  'creator.displayName',
  'creator.givenName',
  'creator.familyName',
  'creator.companyName',
  'creator.handle',
  'brand.name',
  'brand.legalEntity',
  'brand.postalAddress',
  'sender.name',
  'sender.address',
] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeValues = Record<MergeField, string | null>;

export interface MergeProblem {
  problem: 'unknown_field' | 'empty_field';
  field: string;
}

/** A field, and whatever else is left between or of double braces: a typo must not reach the creator. */
const places = /\{\{([^{}]*)\}\}|\{\{|\}\}/g;

/**
 * Fills the fields of a template in one pass, so that a value is never read as a template itself. A field that is unknown
 * or has no value stays as it is and is named.
 */
export function fillMergeFields(
  template: string,
  values: MergeValues,
  write: (value: string) => string = (value) => value,
): { text: string; problems: MergeProblem[] } {
  const problems = new Map<string, MergeProblem>();
  const text = template.replace(places, (whole: string, inner?: string) => {
    const field = (inner ?? whole).replace(/<[^>]*>|&nbsp;/g, ' ').trim();
    const value = isMergeField(field) ? values[field]?.trim() : undefined;
    if (value) return write(value);
    problems.set(field, { problem: isMergeField(field) ? 'empty_field' : 'unknown_field', field });
    return whole;
  });
  return { text, problems: [...problems.values()] };
}

function isMergeField(field: string): field is MergeField {
  return (mergeFields as readonly string[]).includes(field);
}

/** A value as text within HTML. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"]/g, (letter) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter] ?? ''};`);
}

/** A value as part of a line: whatever breaks lines or steers them is a blank. */
export function toOneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
