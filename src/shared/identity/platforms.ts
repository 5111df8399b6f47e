export const PLATFORMS = [
  'instagram',
  'tiktok',
  'youtube',
  'x',
  'twitch',
  'linkedin',
  'pinterest',
  'snapchat',
  'facebook',
  'blog',
  'podcast',
] as const;

export type Platform = (typeof PLATFORMS)[number];

export interface PlatformRules {
  label: string;
  /** Other names people write in lists. */
  aliases: string[];
  /** Hosts without `www.`, `m.` and country prefixes. */
  hosts: RegExp;
  /** What a name on the platform may look like; absent where a URL or free title is the name. */
  name?: RegExp;
  /** First path segments that are no account. */
  reserved: string[];
  /** Path segments that stand before the account's name. */
  prefixes: string[];
  /** The address of an account by its name. */
  url?: (name: string) => string;
}

/** What each platform calls an account and where it lives, as of 2026. */
export const platformRules: Record<Platform, PlatformRules> = {
  instagram: {
    label: 'Instagram',
    aliases: ['instagram', 'insta', 'ig', 'instagram.com', 'instagr.am'],
    hosts: /^(instagram\.com|instagr\.am|ig\.me)$/,
    name: /^[a-z0-9._]{1,30}$/i,
    reserved: ['p', 'reel', 'reels', 'tv', 'explore', 'accounts', 'direct', 'about', 'share'],
    prefixes: ['stories', '_u', 'm'],
    url: (name) => `https://www.instagram.com/${name}/`,
  },
  tiktok: {
    label: 'TikTok',
    aliases: ['tiktok', 'tik tok', 'tt', 'douyin', 'tiktok.com'],
    hosts: /^tiktok\.com$/,
    name: /^[a-z0-9._]{1,24}$/i,
    reserved: ['t', 'tag', 'music', 'discover', 'video', 'foryou', 'explore', 'live'],
    prefixes: [],
    url: (name) => `https://www.tiktok.com/@${name}`,
  },
  youtube: {
    label: 'YouTube',
    aliases: ['youtube', 'you tube', 'yt', 'youtube.com', 'youtube channel'],
    hosts: /^(youtube\.com|music\.youtube\.com|youtube-nocookie\.com)$/,
    name: /^[\p{L}\p{M}\p{N}._·-]{1,100}$/u,
    reserved: ['watch', 'playlist', 'shorts', 'results', 'feed', 'embed', 'hashtag', 'live', 'clip', 'post'],
    prefixes: ['c', 'user', 'channel'],
    url: (name) => `https://www.youtube.com/@${name}`,
  },
  x: {
    label: 'X',
    aliases: ['x', 'twitter', 'x twitter', 'twitter x', 'x.com', 'twitter.com'],
    hosts: /^(x\.com|twitter\.com)$/,
    name: /^[a-z0-9_]{1,20}$/i,
    reserved: ['i', 'intent', 'home', 'search', 'hashtag', 'share', 'explore', 'settings'],
    prefixes: [],
    url: (name) => `https://x.com/${name}`,
  },
  twitch: {
    label: 'Twitch',
    aliases: ['twitch', 'twitch.tv'],
    hosts: /^twitch\.tv$/,
    name: /^[a-z0-9_]{2,25}$/i,
    reserved: ['directory', 'videos', 'p', 'downloads', 'settings', 'clip'],
    prefixes: ['popout', 'moderator'],
    url: (name) => `https://www.twitch.tv/${name}`,
  },
  linkedin: {
    label: 'LinkedIn',
    aliases: ['linkedin', 'linked in', 'li', 'linkedin.com'],
    hosts: /^linkedin\.com$/,
    name: /^[\p{L}\p{M}\p{N}_.-]{2,100}$/u,
    reserved: ['feed', 'posts', 'pulse', 'jobs', 'search', 'learning', 'groups'],
    prefixes: ['in', 'pub', 'company', 'school', 'showcase'],
    url: (name) => `https://www.linkedin.com/in/${name}`,
  },
  pinterest: {
    label: 'Pinterest',
    aliases: ['pinterest', 'pin', 'pinterest.com'],
    hosts: /^pinterest\.[a-z]{2,3}(\.[a-z]{2})?$/,
    name: /^[a-z0-9_-]{2,30}$/i,
    reserved: ['pin', 'search', 'ideas', 'today', 'explore'],
    prefixes: [],
    url: (name) => `https://www.pinterest.com/${name}/`,
  },
  snapchat: {
    label: 'Snapchat',
    aliases: ['snapchat', 'snap', 'snapchat.com'],
    hosts: /^(story\.)?snapchat\.com$/,
    name: /^[a-z0-9._-]{2,20}$/i,
    reserved: ['discover', 'spotlight', 'lens', 'unlock'],
    prefixes: ['add', 'p', 's', 'u'],
    url: (name) => `https://www.snapchat.com/add/${name}`,
  },
  facebook: {
    label: 'Facebook',
    aliases: ['facebook', 'fb', 'facebook page', 'facebook.com', 'meta'],
    hosts: /^(facebook\.com|fb\.com|fb\.me|m\.me)$/,
    name: /^[\p{L}\p{M}\p{N}._-]{2,100}$/u,
    reserved: ['groups', 'events', 'watch', 'marketplace', 'sharer', 'share', 'photo', 'photos', 'login', 'reel'],
    prefixes: ['pg', 'pages', 'people'],
    url: (name) => `https://www.facebook.com/${name}`,
  },
  blog: { label: 'Blog', aliases: ['blog', 'website', 'web'], hosts: /^$/, reserved: [], prefixes: [] },
  podcast: {
    label: 'Podcast',
    aliases: ['podcast', 'spotify', 'apple podcasts'],
    hosts: /^(podcasts\.apple\.com|open\.spotify\.com|podcasts\.google\.com|podcasters\.spotify\.com|pod\.link)$/,
    reserved: ['track', 'album', 'playlist'],
    prefixes: [],
  },
};

/** The platform a cell, header or setting names, such as `IG` or `Twitter`; undefined when it names none. */
export function platformOf(text: string): Platform | undefined {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s_\-/()]+/g, ' ')
    .trim();
  return PLATFORMS.find((platform) => platformRules[platform].aliases.includes(folded));
}
