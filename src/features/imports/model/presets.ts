import { phraseOf } from './guess-header';
import type { Target } from './target-fields';

export const PRESETS = ['grin', 'aspire', 'upfluence', 'modash'] as const;
export type Preset = (typeof PRESETS)[number];

interface PresetRules {
  label: string;
  /** Headers that are read otherwise than the general guess would; everything else is guessed as always. */
  columns: Record<string, Target>;
  /** Headers that together tell the program; empty where they are not known for sure. */
  signature: string[];
}

/**
 * Columns of the exports of other programs.
 * - Aspire and Upfluence: the column names of their documented import templates (help.aspireiq.com article 4840268,
 *   help.upfluence.co article 6997712), which their exports carry too.
 * - GRIN: its help names only "First Name", "Last Name" and "Gender"; its labels can be chosen by the customer. The
 *   rest here are the usual labels of its contact properties, unconfirmed.
 * - Modash: publishes no list of columns; these are the terms of its screens, unconfirmed.
 */
export const presetRules: Record<Preset, PresetRules> = {
  aspire: {
    label: 'Aspire',
    signature: ['uid', 'instagram', 'postalcode'],
    columns: {
      email: 'email', uid: 'custom:Aspire unique ID', id: 'custom:Aspire member ID', instagram: 'handle:instagram',
      tiktok: 'handle:tiktok', youtube: 'handle:youtube', pinterest: 'handle:pinterest',
      address1: 'shippingAddress.line1', address2: 'shippingAddress.line2', city: 'shippingAddress.city',
      state: 'shippingAddress.region', postalcode: 'shippingAddress.postalCode', country: 'country',
    }, // prettier-ignore
  },
  upfluence: {
    label: 'Upfluence',
    signature: ['influencer id', 'media url', 'profile name'],
    columns: {
      'influencer id': 'custom:Upfluence ID', 'media url': 'profileUrl', 'profile name': 'displayName',
      'first name': 'givenName', 'last name': 'familyName', 'phone number': 'phone', email: 'email',
      'shipping address line1': 'shippingAddress.line1', 'shipping address line2': 'shippingAddress.line2',
      'shipping address zipcode': 'shippingAddress.postalCode', 'shipping address city': 'shippingAddress.city',
      'shipping address state': 'shippingAddress.region', 'shipping address country code': 'shippingAddress.country',
    }, // prettier-ignore
  },
  grin: {
    label: 'GRIN',
    signature: [],
    columns: {
      'first name': 'givenName', 'last name': 'familyName', gender: 'custom:Gender', 'total reach': 'custom:Total reach',
      owner: 'ownerEmail', 'relationship stage': 'stage',
    }, // prettier-ignore
  },
  modash: {
    label: 'Modash',
    signature: [],
    columns: {
      'profile url': 'profileUrl', username: 'handle', 'full name': 'displayName', 'average likes': 'metric:avg_likes',
      'average reel plays': 'metric:avg_views', 'fake followers': 'custom:Fake followers', location: 'country',
      'audience credibility': 'custom:Audience credibility',
    }, // prettier-ignore
  },
};

/** The program whose columns these are, where its columns are known for sure. */
export function detectPreset(headers: string[]): Preset | undefined {
  const phrases = new Set(headers.map(phraseOf));
  return PRESETS.find((preset) => {
    const { signature } = presetRules[preset];
    return signature.length > 0 && signature.every((header) => phrases.has(header));
  });
}

/** Targets a preset knows for these headers, by column key. */
export function presetTargets(preset: Preset, keys: string[]): Map<string, Target> {
  return new Map(
    keys.flatMap((key) => {
      const target = presetRules[preset].columns[phraseOf(key)];
      return target ? [[key, target] as const] : [];
    }),
  );
}
