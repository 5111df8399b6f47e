import { PLATFORMS, platformRules, type Platform } from '@/shared/identity/platforms';

/** Numbers a source reports of a handle; rates are stored as fractions of one. */
export const METRICS = {
  followers: 'Followers',
  following: 'Following',
  posts: 'Posts',
  engagement_rate: 'Engagement rate',
  avg_views: 'Average views',
  avg_likes: 'Average likes',
  avg_comments: 'Average comments',
  avg_shares: 'Average shares',
  avg_saves: 'Average saves',
  avg_engagements: 'Average engagements',
  avg_reach: 'Average reach',
  avg_impressions: 'Average impressions',
  total_views: 'Total views',
  total_likes: 'Total likes',
  views: 'Views',
  likes: 'Likes',
  comments: 'Comments',
  reach: 'Reach',
  impressions: 'Impressions',
} as const;

export type Metric = keyof typeof METRICS;

export type ValueKind =
  | 'text'
  | 'note'
  | 'list'
  | 'email'
  | 'phone'
  | 'country'
  | 'languages'
  | 'date'
  | 'money'
  | 'number'
  | 'ratio'
  | 'handle'
  | 'url'
  | 'platform'
  | 'boolean';

interface FieldRules {
  label: string;
  kind: ValueKind;
  /** Several columns may fill it. */
  multiple?: boolean;
}

/** Fields of a creator that one or several columns fill. */
export const FIELDS = {
  displayName: { label: 'Name', kind: 'text' },
  givenName: { label: 'First name', kind: 'text' },
  familyName: { label: 'Last name', kind: 'text' },
  greeting: { label: 'Greeting', kind: 'text' },
  companyName: { label: 'Company', kind: 'text' },
  pronouns: { label: 'Pronouns', kind: 'text' },
  handle: { label: 'Handle', kind: 'handle' },
  platform: { label: 'Platform of the handle', kind: 'platform' },
  profileUrl: { label: 'Profile URL', kind: 'url', multiple: true },
  email: { label: 'E-mail', kind: 'email', multiple: true },
  phone: { label: 'Phone', kind: 'phone', multiple: true },
  country: { label: 'Country', kind: 'country' },
  city: { label: 'City', kind: 'text' },
  languages: { label: 'Languages', kind: 'languages', multiple: true },
  timeZone: { label: 'Time zone', kind: 'text' },
  birthday: { label: 'Birthday', kind: 'date' },
  tags: { label: 'Tags', kind: 'list', multiple: true },
  notes: { label: 'Note', kind: 'note', multiple: true },
  stage: { label: 'Stage', kind: 'text' },
  ownerEmail: { label: 'Owner (e-mail)', kind: 'text' },
  doNotContact: { label: 'Do not contact', kind: 'boolean' },
  agencyName: { label: 'Agency', kind: 'text' },
  managerName: { label: 'Manager', kind: 'text' },
  managerEmail: { label: 'Manager’s e-mail', kind: 'email' },
  'shippingAddress.line1': { label: 'Street', kind: 'text' },
  'shippingAddress.line2': { label: 'Street, second line', kind: 'text' },
  'shippingAddress.postalCode': { label: 'Postal code', kind: 'text' },
  'shippingAddress.city': { label: 'City of the shipping address', kind: 'text' },
  'shippingAddress.region': { label: 'State or region', kind: 'text' },
  'shippingAddress.country': { label: 'Country of the shipping address', kind: 'country' },
  vatId: { label: 'VAT id', kind: 'text' },
  vendorNumber: { label: 'Vendor number', kind: 'text' },
  asOf: { label: 'Date of the numbers', kind: 'date' },
  rate: { label: 'Fee', kind: 'money', multiple: true },
  ignore: { label: 'Do not import', kind: 'text', multiple: true },
} as const satisfies Record<string, FieldRules>;

export type Field = keyof typeof FIELDS;

/**
 * Where a column goes: a field, `handle:tiktok`, `metric:avg_likes` (of the row's handle) or
 * `metric:avg_likes@tiktok`, `rate:reel`, `custom:Label`, or `ignore` (kept in the raw row only).
 */
export type Target =
  | Field
  | `handle:${Platform}`
  | `metric:${Metric}`
  | `metric:${Metric}@${Platform}`
  | `rate:${string}`
  | `custom:${string}`;

export function isTarget(text: string): text is Target {
  return (
    Object.hasOwn(FIELDS, text) ||
    /^(rate|custom):\s*\S/.test(text) ||
    handleTargets.has(text) ||
    metricTargets.has(text)
  );
}

/** What a column has to hold to fill a target, and whether several columns may. */
export function targetRules(target: Target): FieldRules {
  if (Object.hasOwn(FIELDS, target)) return FIELDS[target as Field];
  const [head, rest = ''] = split(target);
  if (head === 'custom') return { label: rest, kind: 'text', multiple: true };
  if (head === 'rate') return { label: `Fee: ${rest}`, kind: 'money', multiple: true };
  if (head === 'handle') return { label: `${platformRules[rest as Platform].label} handle`, kind: 'handle' };
  const { metric, platform } = metricOf(target);
  const label = platform ? `${METRICS[metric]} (${platformRules[platform].label})` : METRICS[metric];
  return { label, kind: metric === 'engagement_rate' ? 'ratio' : 'number' };
}

/** The metric and platform of a `metric:` target. */
export function metricOf(target: Target): { metric: Metric; platform?: Platform } {
  const [metric, platform] = (split(target)[1] ?? '').split('@');
  return { metric: metric as Metric, platform: platform as Platform | undefined };
}

/** `custom:Label` → [`custom`, `Label`]. */
export function split(target: Target): [string, string?] {
  const colon = target.indexOf(':');
  return colon === -1 ? [target] : [target.slice(0, colon), target.slice(colon + 1)];
}

const handleTargets = new Set<string>(PLATFORMS.map((platform) => `handle:${platform}`));
const metricTargets = new Set<string>(
  Object.keys(METRICS).flatMap((metric) => [
    `metric:${metric}`,
    ...PLATFORMS.map((platform) => `metric:${metric}@${platform}`),
  ]),
);
