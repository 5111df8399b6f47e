import { PLATFORMS, platformRules, type Platform } from './platforms';

export interface ProfileUrl {
  platform: Platform;
  name: string;
  /** The platform's own unchanging id, where the address holds it. */
  platformAccountId?: string;
  /** Canonical, without tracking. */
  url: string;
}

export type ProfileUrlReason = 'not_a_url' | 'not_a_profile';

/**
 * Platform, name and account id out of the address of a profile, in any shape people paste: without scheme, with
 * `m.` or a country prefix, `/@name`, `/c/name`, `/channel/UC…`, `/in/name`, with a query behind it. An address of no
 * known platform is a blog. A post, a search or an address with a password in it is no profile.
 */
export function parseProfileUrl(text: string): ProfileUrl | ProfileUrlReason {
  const url = toUrl(text);
  if (!url) return 'not_a_url';
  const host = url.hostname.replace(/^(www\d?|m|mobile|web|touch|[a-z]{2}(-[a-z]{2})?)\.(?=[^.]+\.)/, '');
  const platform = PLATFORMS.find((candidate) => platformRules[candidate].hosts.test(host));
  const segments = segmentsOf(url);
  if (!segments) return 'not_a_url';
  if (platform === 'podcast') return podcastOf(url, segments);
  return platform ? accountOf(platform, url, segments) : blogOf(url, host);
}

/** Whether a text looks like an address rather than a name: a scheme, or a host with a path. */
export function looksLikeUrl(text: string): boolean {
  return (
    /^(https?:)?\/\//i.test(text) || /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+\/\S*$/u.test(text) || /^www\./i.test(text)
  );
}

function toUrl(text: string): URL | undefined {
  const trimmed = text.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed.replace(/^\/\//, '')}`;
  if (!URL.canParse(absolute) || /\s/.test(trimmed) || trimmed.length > 2048) return undefined;
  const url = new URL(absolute);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  return web && !url.username && !url.password && url.hostname.includes('.') ? url : undefined;
}

function segmentsOf(url: URL): string[] | undefined {
  try {
    const hash = url.hash.startsWith('#!/') ? url.hash.slice(2) : '';
    return decodeURIComponent(url.pathname + hash)
      .split('/')
      .filter((segment) => segment !== '');
  } catch {
    return undefined;
  }
}

function accountOf(platform: Platform, url: URL, segments: string[]): ProfileUrl | ProfileUrlReason {
  const byId = platform === 'facebook' ? facebookById(url, segments) : youtubeById(platform, segments);
  if (byId) return byId;
  const { prefix, name } = nameIn(platform, segments);
  const isReserved = prefix === '' && platformRules[platform].reserved.includes(name.toLowerCase());
  return name === '' || isReserved ? 'not_a_profile' : { platform, name, url: canonicalUrl(platform, name, prefix) };
}

function nameIn(platform: Platform, [first = '', second = '']: string[]): { prefix: string; name: string } {
  const prefix = first.toLowerCase();
  const prefixed = second !== '' && platformRules[platform].prefixes.includes(prefix);
  return { prefix: prefixed ? prefix : '', name: (prefixed ? second : first).replace(/^@/, '') };
}

function facebookById(url: URL, [first = '', second = '', third = '']: string[]): ProfileUrl | undefined {
  const id = first === 'profile.php' ? (url.searchParams.get('id') ?? '') : third;
  if (!/^\d{5,}$/.test(id)) return undefined;
  return { ...byAccountId('facebook', id), name: second || id };
}

function youtubeById(platform: Platform, [first = '', second = '']: string[]): ProfileUrl | undefined {
  return platform === 'youtube' && first === 'channel' && second ? byAccountId(platform, second) : undefined;
}

function byAccountId(platform: 'facebook' | 'youtube', id: string): ProfileUrl {
  const url =
    platform === 'youtube' ? `https://www.youtube.com/channel/${id}` : `https://www.facebook.com/profile.php?id=${id}`;
  return { platform, name: id, platformAccountId: id, url };
}

function canonicalUrl(platform: Platform, name: string, prefix: string): string {
  const encoded = encodeURIComponent(name);
  if (platform === 'youtube' && prefix) return `https://www.youtube.com/${prefix}/${encoded}`;
  if (platform === 'linkedin' && prefix) return `https://www.linkedin.com/${prefix}/${encoded}`;
  return platformRules[platform].url?.(encoded) ?? '';
}

function podcastOf(url: URL, segments: string[]): ProfileUrl | ProfileUrlReason {
  const id = segments.at(-1) ?? '';
  if (id === '' || platformRules.podcast.reserved.includes(segments[0] ?? '')) return 'not_a_profile';
  const name = segments.length > 1 && /^id\d+$/.test(id) ? (segments.at(-2) ?? id) : id;
  return { platform: 'podcast', name, platformAccountId: id.replace(/^id/, ''), url: `${url.origin}${url.pathname}` };
}

function blogOf(url: URL, host: string): ProfileUrl {
  const path = url.pathname.replace(/\/+$/, '');
  return { platform: 'blog', name: `${host}${path}`, url: `${url.protocol}//${url.host}${path || '/'}` };
}
