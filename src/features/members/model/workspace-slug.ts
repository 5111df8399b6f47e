/** First segments that addresses of the product itself use. */
const reserved = new Set([
  'api',
  'l',
  'u',
  'calendar',
  'review',
  'verify',
  'portal',
  'sign-in',
  'sign-out',
  'setup',
  'welcome',
  'admin',
  'static',
  'public',
  '_next',
  'workspaces',
  'favicon',
  'robots',
  'health',
  'help',
  'docs',
]);

/** A workspace's first address segment made from its name: 2 to 40 of a-z, 0-9 and inner hyphens; never a reserved word. */
export function toWorkspaceSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  if (plain.length < 2) return `team-${plain || 'one'}`;
  return reserved.has(plain) ? `${plain}-team` : plain;
}

export function isWorkspaceSlug(slug: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/.test(slug) && !reserved.has(slug);
}
