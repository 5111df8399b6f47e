import type { Platform } from '@/shared/identity/platforms';
import type { CustomType } from './custom-types';
import { guessHeader } from './guess-header';
import type { NamedColumn } from './name-columns';
import type { ColumnProfile, ContentType } from './profile-column';
import { targetRules, type Target, type ValueKind } from './target-fields';

export interface ColumnGuess {
  target: Target;
  /** 0 to 1; below 0.5 a person should look. */
  confidence: number;
  /** The header says one thing and the cells another; the target follows the cells. */
  contradiction?: { header: Target; found: ContentType | 'text' };
  /** For a custom field: what it would hold. */
  customType: CustomType;
}

export interface ProfiledColumn extends NamedColumn {
  profile: ColumnProfile;
}

export interface AnalyzedColumn extends ProfiledColumn {
  guess: ColumnGuess;
}

/**
 * A target for every column, from its header and confirmed or contradicted by its cells; what fits no field becomes a
 * custom field of the column's name, so nothing is dropped. Of two columns for a field that takes one, the one whose
 * cells fit better gets it. `preset` holds targets known for the program that wrote the file.
 */
export function guessColumns(
  columns: ProfiledColumn[],
  preset: ReadonlyMap<string, Target> = new Map(),
): ColumnGuess[] {
  const taken = new Set<Target>();
  const guesses: ColumnGuess[] = columns.map((column) => customOf(column, 0.5));
  const ranked = columns
    .map((column, position) => ({ column, position, ...candidateOf(column, preset.get(column.key)) }))
    .sort((a, b) => b.confidence - a.confidence || a.position - b.position);
  for (const { column, position, ...candidate } of ranked) {
    if (!candidate.target) continue;
    const free = targetRules(candidate.target).multiple === true || !taken.has(candidate.target);
    const target = free ? candidate.target : secondChoice(column, taken);
    if (!target) continue;
    taken.add(target);
    guesses[position] = { ...candidate, target, customType: customTypeOf(column.profile) };
  }
  return guesses;
}

interface Candidate {
  target?: Target;
  confidence: number;
  contradiction?: ColumnGuess['contradiction'];
}

function candidateOf(column: ProfiledColumn, preset: Target | undefined): Candidate {
  const { profile } = column;
  if (column.ofReport) return { target: 'ignore', confidence: 1 };
  const header = preset ?? guessHeader(column.key)?.target;
  if (!header) return ofOthers.test(column.key) ? { confidence: 0 } : byContent(profile);
  const fit = fitOf(targetRules(header).kind, profile);
  const found = dominantType(profile);
  if (!contradicts(fit, found, profile)) return { target: header, confidence: Math.min(1, 0.6 + 0.4 * fit) };
  return {
    target: byContent(profile).target ?? `custom:${column.key}`,
    confidence: 0.4,
    contradiction: { header, found: found ?? 'text' },
  };
}

/** Cells clearly of another type, or many of which hardly one fits; a few broken values are only broken values. */
function contradicts(fit: number, found: ContentType | undefined, profile: ColumnProfile): boolean {
  if (fit >= 0.5) return false;
  return (found !== undefined && profile.filled >= 3) || (profile.filled >= 20 && fit < 0.2);
}

/** The loser for a handle may still be the name people go by, as `instagram name` beside `insta name`. */
function secondChoice(column: ProfiledColumn, taken: Set<Target>): Target | undefined {
  const named = /name|nom\b|nome|nombre/i.test(column.key);
  return named && !taken.has('displayName') && share(column.profile, 'number') < 0.2 ? 'displayName' : undefined;
}

function customOf(column: ProfiledColumn, confidence: number): ColumnGuess {
  return { target: `custom:${column.key}`, confidence, customType: customTypeOf(column.profile) };
}

/** What is said of followers and brands is not said of the creator. */
const ofOthers = /audience|follower|abonnent|brand|publi[ck]um|seguidor/i;

/** Only what a value shows by itself: a column of numbers without a header could be anything. */
function byContent(profile: ColumnProfile): Candidate {
  const type = dominantType(profile);
  if (type === 'email') return { target: 'email', confidence: 0.7 };
  if (type === 'url' && profile.platform && profile.platform !== 'blog')
    return { target: 'profileUrl', confidence: 0.6 };
  if (type === 'country' && profile.longest > 3) return { target: 'country', confidence: 0.5 };
  if (type === 'handle' && profile.samples.every((sample) => sample.startsWith('@'))) {
    return { target: 'handle', confidence: 0.6 };
  }
  return { confidence: 0 };
}

const order: ContentType[] = [
  'email',
  'url',
  'percent',
  'date',
  'number',
  'money',
  'country',
  'platform',
  'boolean',
  'phone',
  'handle',
];

/** The type nearly every cell is of. */
function dominantType(profile: ColumnProfile): ContentType | undefined {
  return order.find((type) => share(profile, type) >= 0.8);
}

function share(profile: ColumnProfile, type: ContentType): number {
  return profile.filled === 0 ? 0 : profile.counts[type] / profile.filled;
}

const accepts: Partial<Record<ValueKind, ContentType[]>> = {
  email: ['email'],
  phone: ['phone'],
  country: ['country'],
  languages: ['language'],
  date: ['date'],
  money: ['money', 'number'],
  number: ['number'],
  ratio: ['percent', 'number'],
  url: ['url'],
  platform: ['platform'],
  boolean: ['boolean'],
};

/** How well cells fit what a target takes, 0 to 1; an empty column contradicts nothing. */
function fitOf(kind: ValueKind, profile: ColumnProfile): number {
  if (profile.filled === 0) return 1;
  if (kind === 'handle') return Math.max(share(profile, 'handle'), share(profile, 'url'), handleLike(profile));
  const types = accepts[kind];
  if (types)
    return Math.min(
      1,
      types.reduce((sum, type) => sum + share(profile, type), 0),
    );
  const strange = Math.max(share(profile, 'email'), share(profile, 'percent'), share(profile, 'date'));
  return kind === 'text' || kind === 'list' ? 1 - strange : 1;
}

/** Letters of any case and script without blanks could be names of accounts; pure numbers hardly. */
function handleLike(profile: ColumnProfile): number {
  const odd = Math.max(
    share(profile, 'email'),
    share(profile, 'percent'),
    share(profile, 'date'),
    share(profile, 'money'),
  );
  return odd > 0.5 || share(profile, 'number') > 0.9 ? 0 : 0.5;
}

const customTypes: Partial<Record<ContentType, CustomType>> = {
  url: 'url',
  date: 'date',
  number: 'number',
  percent: 'number',
  boolean: 'boolean',
};

function customTypeOf(profile: ColumnProfile): CustomType {
  const type = dominantType(profile);
  const simple = type && customTypes[type];
  if (simple) return simple;
  return profile.filled >= 20 && profile.distinct <= 12 && profile.longest <= 40 ? 'select' : 'text';
}

/** The platform of a file's handles: what its addresses, its headers or its name say, in this order. */
export function platformOfFile(columns: ProfiledColumn[], mentioned: (Platform | undefined)[]): Platform | undefined {
  const ofUrls = columns.map((column) => column.profile.platform).find((platform) => platform && platform !== 'blog');
  const ofHeaders = columns.map((column) => guessHeader(column.key)?.platform);
  return [ofUrls, ...ofHeaders, ...mentioned].find((platform) => platform !== undefined);
}
