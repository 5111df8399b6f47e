const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of Greenwich; the military letters are without meaning in mail (RFC 5322 4.3) and count as UTC. */
const zones: Record<string, number> = { EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, CET: 60, CEST: 120, JST: 540 }; // prettier-ignore

/**
 * The time of a Date header (RFC 5322, the obsolete forms and what JavaScript reads besides); null when it is none.
 * Never the present: who reads decides what stands in for a missing date.
 */
export function readDate(value: string | undefined): Date | null {
  const text = (value ?? '').slice(0, 200).replace(/\([^()]*\)/g, ' ').trim(); // prettier-ignore
  const date = readMailDate(text) ?? new Date(text);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}

const mailDate =
  /(?<day>\d{1,2})[ -](?<month>[a-z]{3})[a-z]*[ -](?<year>\d{2,4})[ ,]+(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?\s*(?<zone>[+-]\d{4}|[a-z]{1,5})?/i;

function readMailDate(text: string): Date | undefined {
  const found = mailDate.exec(text)?.groups;
  if (!found) return undefined;
  const month = months.indexOf((found['month'] ?? '').toLowerCase());
  const [day, hour, minute, second] = numbers(found, ['day', 'hour', 'minute', 'second']) as [number, number, number, number]; // prettier-ignore
  if (month < 0 || day > 31 || hour > 24 || minute > 59) return undefined;
  const time = Date.UTC(fullYear(found['year'] ?? ''), month, day, hour, minute, Math.min(second, 59));
  return new Date(time - minutesEast(found['zone'] ?? '') * 60_000);
}

function numbers(found: Record<string, string | undefined>, names: string[]): number[] {
  return names.map((name) => Number(found[name] ?? 0));
}

function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return year.length === 3 ? number + 1900 : number;
  return number < 50 ? number + 2000 : number + 1900;
}

function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (!sign) return zones[zone.toUpperCase()] ?? 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
