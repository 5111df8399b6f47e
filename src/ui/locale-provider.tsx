'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { createFormat, type Format } from './format';

const LocaleContext = createContext({ locale: 'en', timeZone: 'UTC', format: createFormat('en', 'UTC') });

/** The person's locale (BCP 47) and zone (IANA), read by every number, amount and time below. */
export function LocaleProvider({
  locale,
  timeZone,
  children,
}: {
  locale: string;
  timeZone: string;
  children: ReactNode;
}) {
  const value = useMemo(() => ({ locale, timeZone, format: createFormat(locale, timeZone) }), [locale, timeZone]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

export function useLocale(): { locale: string; timeZone: string } {
  return useContext(LocaleContext);
}

/** Numbers, money and times as this person reads them. In server components use `createFormat`. */
export function useFormat(): Format {
  return useContext(LocaleContext).format;
}
