'use client';

import { useLocale } from '@/ui/locale-provider';

export interface Names {
  /** `DE` → `Germany`, in the person's language. */
  country: (code: string | null) => string;
  /** `pt-BR` → `Brazilian Portuguese`. */
  language: (tag: string) => string;
}

/** Countries and languages as this person calls them; a code nobody knows stays a code. */
export function useNames(): Names {
  const { locale } = useLocale();
  const names = namesByLocale.get(locale) ?? createNames(locale);
  namesByLocale.set(locale, names);
  return names;
}

/** Reading the names of a language takes longer than drawing a row: once for all rows. */
const namesByLocale = new Map<string, Names>();

function createNames(locale: string): Names {
  const regions = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
  const languages = new Intl.DisplayNames([locale, 'en'], { type: 'language' });
  const nameIn = (names: Intl.DisplayNames, code: string) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
  return {
    country: (code) => (code ? nameIn(regions, code) : ''),
    language: (tag) => nameIn(languages, tag),
  };
}
