/** A typed address as a link: `example.com` becomes `https://example.com/`; null for anything but web and mail. */
export function linkAddress(text: string): string | null {
  const typed = text.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(typed)) return `mailto:${typed}`;
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[\w.-]+:\d/.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.protocol === 'mailto:') return url.href;
  return ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.') ? url.href : null;
}
