import { looksLikeUrl, parseProfileUrl } from './parse-profile-url';
import { platformOf, platformRules, type Platform } from './platforms';
import { stripInvisible } from './strip-invisible';

export interface NormalizedHandle {
  platform: Platform;
  /** As shown on the platform, without `@` and invisible characters. */
  name: string;
  /** Folded as the platform folds; with `platform` the key of identity. */
  normalized: string;
  url?: string;
  platformAccountId?: string;
}

export type HandleReason =
  'empty' | 'platform_unknown' | 'has_emoji' | 'has_spaces' | 'bad_characters' | 'not_a_profile' | 'not_a_url';

export type HandleResult = { ok: true; handle: NormalizedHandle } | { ok: false; reason: HandleReason };

/**
 * The one form of an account's name, from `@name`, `name`, `IG: name` or any address of the profile. `platform` is
 * what the column or setting says; an address knows better. Zero-width and directional marks are dropped, full-width
 * and mathematical letters become plain ones; a name its platform cannot have is refused with the reason.
 */
export function normalizeHandle(text: string, platform?: Platform): HandleResult {
  const clean = stripInvisible(text).normalize('NFKC').trim();
  if (clean === '') return refuse('empty');
  if (looksLikeUrl(clean) || platform === 'blog') return fromUrl(clean);
  const { name, platform: labelled } = withoutLabel(clean);
  const on = labelled ?? platform;
  if (!on) return refuse('platform_unknown');
  return fromName(name, on);
}

function refuse(reason: HandleReason): HandleResult {
  return { ok: false, reason };
}

function fromUrl(text: string): HandleResult {
  const profile = parseProfileUrl(text);
  if (typeof profile === 'string') return refuse(profile);
  const reason = profile.platformAccountId ? undefined : reasonAgainst(profile.name, profile.platform);
  if (reason) return refuse(reason);
  return { ok: true, handle: { ...profile, normalized: foldHandle(profile) } };
}

/** `IG: name` and `Instagram - @name` say their platform themselves. */
function withoutLabel(text: string): { name: string; platform?: Platform } {
  const labelled = /^([\p{L} .]{1,20}?)\s*(?::|\s[-–]\s)\s*(\S.*)$/u.exec(text);
  const platform = labelled?.[1] ? platformOf(labelled[1]) : undefined;
  const name = platform ? (labelled?.[2] ?? text) : text;
  return { name: name.replace(/^\(?@+\s*/, '').replace(/[),;]+$/, ''), platform };
}

function fromName(name: string, platform: Platform): HandleResult {
  const reason = reasonAgainst(name, platform);
  if (reason) return refuse(reason);
  const channel = platform === 'youtube' && /^UC[\w-]{22}$/.test(name) ? name : undefined;
  const url = channel
    ? `https://www.youtube.com/channel/${channel}`
    : platformRules[platform].url?.(encodeURIComponent(name));
  const normalized = foldHandle({ platform, name, platformAccountId: channel });
  return { ok: true, handle: { platform, name, normalized, url, platformAccountId: channel } };
}

function reasonAgainst(name: string, platform: Platform): HandleReason | undefined {
  if (name === '') return 'empty';
  if (platform === 'podcast' || platform === 'blog') return name.length > 300 ? 'bad_characters' : undefined;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(name)) return 'has_emoji';
  if (/\s/.test(name)) return 'has_spaces';
  return platformRules[platform].name?.test(name) ? undefined : 'bad_characters';
}

/** Names are equal without regard to case; Facebook ignores dots; an account id alone keeps its case. */
function foldHandle({ platform, name, platformAccountId }: Omit<NormalizedHandle, 'normalized'>): string {
  if (platformAccountId === name) return name;
  const folded = name.toLowerCase();
  return platform === 'facebook' ? folded.replaceAll('.', '') : folded;
}
