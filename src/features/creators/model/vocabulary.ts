/** The closed sets of words of this slice. The database's checks hold the same. */

/** Where a relationship stands. Automation only moves forward along the first five. */
export const STAGES = [
  'prospect',
  'contacted',
  'in_conversation',
  'active',
  'ambassador',
  'paused',
  'declined',
] as const;
export type Stage = (typeof STAGES)[number];

export const FORMALITIES = ['formal', 'familiar'] as const;
export const LEGAL_BASES = ['consent', 'contract', 'legitimate_interest', 'public_profile', 'unknown'] as const;
export const CONTACT_ROLES = ['manager', 'lawyer', 'accountant', 'assistant', 'guardian', 'other'] as const;
export const ROUTINGS = ['instead', 'copied', 'none'] as const;
export const QUOTE_KINDS = ['asked', 'agreed'] as const;
export const CUSTOM_FIELD_TYPES = ['text', 'number', 'date', 'boolean', 'select', 'multi_select', 'url'] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];
/** What a source reports of a handle; rates are fractions of one. */
export const HANDLE_METRICS = [
  'followers',
  'following',
  'posts',
  'avg_views',
  'avg_likes',
  'avg_comments',
  'avg_shares',
  'avg_saves',
  'avg_reach',
  'avg_impressions',
  'engagement_rate',
] as const;
export type HandleMetricName = (typeof HANDLE_METRICS)[number];

/** Columns and event fields that a person without sight of personal data is not shown. */
export const PERSONAL_FIELDS = [
  'birthday',
  'shippingAddress',
  'billingAddress',
  'vatId',
  'sizes',
  'address',
  'number',
] as const;

const forward = STAGES.slice(0, 5);

/** The stage after automation asked for `wanted`: moves forward along the first five, never back, never off a side track. */
export function moveStageForward(current: Stage, wanted: Stage): Stage {
  const from = forward.indexOf(current);
  return from >= 0 && forward.indexOf(wanted) > from ? wanted : current;
}
