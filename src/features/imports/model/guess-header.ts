import { foldText } from '@/shared/identity/fold-name';
import { PLATFORMS, platformRules, type Platform } from '@/shared/identity/platforms';
import { headerPatterns } from './header-patterns';
import { METRICS, type Metric, type Target } from './target-fields';

export interface HeaderGuess {
  target: Target;
  /** Named in the header. */
  platform?: Platform;
}

/** What a header says its column holds; undefined when it says nothing known. */
export function guessHeader(label: string): HeaderGuess | undefined {
  const phrase = phraseOf(label);
  const { platform, rest } = takePlatform(phrase);
  const match = headerPatterns.find((pattern) => pattern.match.test(rest) && !pattern.not?.test(rest));
  if (!match) return platform && rest === '' ? { target: `handle:${platform}`, platform } : undefined;
  return { target: onPlatform(match.target, { platform, rest }), platform };
}

/** The platform a header, sheet or file name mentions. */
export function platformMentioned(text: string): Platform | undefined {
  return takePlatform(phraseOf(text)).platform;
}

/** Words of a header, folded; `%` is a word, `followerCount` two. */
export function phraseOf(label: string): string {
  return foldText(label.replaceAll('%', ' percent ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

const mentions = PLATFORMS.filter((platform) => platform !== 'blog').flatMap((platform) =>
  platformRules[platform].aliases
    .filter((alias) => !['x', 'li', 'pin', 'meta', 'tt'].includes(alias) && !alias.includes('.'))
    .map((alias) => ({ platform, word: new RegExp(`\\b${alias}(ers?|s)?\\b`) })),
);

function takePlatform(phrase: string): { platform?: Platform; rest: string } {
  const found = mentions.find(({ word }) => word.test(phrase));
  if (!found) return { rest: phrase };
  return { platform: found.platform, rest: phrase.replace(found.word, ' ').replace(/\s+/g, ' ').trim() };
}

function onPlatform(target: Target, { platform, rest }: { platform?: Platform; rest: string }): Target {
  if (target === 'rate') return rateOf(rest, platform);
  if (!platform) return target;
  if (target === 'handle' || target === 'displayName') return `handle:${platform}`;
  const metric = /^metric:(\w+)$/.exec(target)?.[1];
  return metric && metric in METRICS ? `metric:${metric as Metric}@${platform}` : target;
}

function rateOf(rest: string, platform: Platform | undefined): Target {
  const format =
    /\b(reels?|story|stories|posts?|videos?|shorts?|integration|dedicated|live|ugc|carousel|stream)\b/.exec(rest)?.[1];
  const label = [platform, format].filter(Boolean).join(' ');
  return label ? `rate:${label}` : 'rate';
}
