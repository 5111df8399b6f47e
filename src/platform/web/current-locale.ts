import { cookies, headers } from 'next/headers';

/** The person's locale (BCP 47) as the browser asks for it, and the zone (IANA) it told at the sign-in; UTC before. */
export async function currentLocale(): Promise<{ locale: string; timeZone: string }> {
  const asked = (await headers()).get('accept-language')?.split(',')[0]?.split(';')[0]?.trim() ?? '';
  const zone = (await cookies()).get('tz')?.value ?? '';
  return { locale: orElse(asked, 'en', isLocale), timeZone: orElse(zone, 'UTC', isTimeZone) };
}

function orElse(value: string, otherwise: string, fits: (value: string) => boolean): string {
  return value !== '' && fits(value) ? value : otherwise;
}

function isLocale(value: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(value).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
