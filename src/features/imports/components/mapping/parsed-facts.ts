import type { ParsedHandle, ParsedRow } from '@/features/imports/model/parsed-row';
import { METRICS, type Metric } from '@/features/imports/model/target-fields';
import { platformRules } from '@/shared/identity/platforms';
import type { Format } from '@/ui/format';

/** What a row was read as, in short words, the most telling first. */
export function parsedFacts(row: ParsedRow, { format, locale }: { format: Format; locale: string }): string[] {
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  return [
    ...row.handles.map((handle) => handleFact(handle, format)),
    ...row.emails.map(({ address }) => address),
    ...row.phones,
    ...texts({ ...row, country: row.country && countries.of(row.country) }),
    ...row.languages,
    ...row.rates.map((rate) => [rate.format, format.money(rate.amountMinor, rate.currency)].filter(Boolean).join(' ')),
    ...row.tags.map((tag) => `#${tag}`),
    ...row.notes.map((note) => `“${note.slice(0, 80)}”`),
    ...row.custom.map(
      ({ label, type, value }) => `${label}: ${type === 'date' ? format.day(String(value)) : shown(value, format)}`,
    ),
    ...(row.asOf ? [`numbers of ${format.day(row.asOf)}`] : []),
  ];
}

function texts(row: ParsedRow): string[] {
  const birthday = row.birthday && `born ${row.birthday}`;
  const contact = row.managerName ?? row.managerEmail?.address;
  const parts = [row.greeting && `greeted ${row.greeting}`, row.companyName, row.city, row.country, row.timeZone, row.stage, row.ownerEmail, row.agencyName, contact, birthday, row.pronouns, row.vatId, row.vendorNumber]; // prettier-ignore
  const address = row.shippingAddress && Object.values(row.shippingAddress).filter(Boolean).join(', ');
  return [...parts, address, row.doNotContact ? 'do not contact' : undefined].filter((text): text is string =>
    Boolean(text),
  );
}

function handleFact({ platform, name, metrics }: ParsedHandle, format: Format): string {
  const numbers = (Object.entries(metrics) as [Metric, number][]).map(
    ([metric, value]) => `${metricText(metric, value, format)} ${METRICS[metric].toLowerCase()}`,
  );
  return [`${platformRules[platform].label} ${name}`, ...numbers].join(', ');
}

function metricText(metric: Metric, value: number, format: Format): string {
  return metric === 'engagement_rate' ? format.percent(value, 2) : format.number(value);
}

function shown(value: string | number | boolean, format: Format): string {
  if (typeof value === 'number') return format.number(value, { maximumFractionDigits: 6 });
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value.slice(0, 80);
}
