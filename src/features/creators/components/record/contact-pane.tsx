'use client';

import {
  formalityLabels,
  legalBasisLabels,
  roleLabels,
  routingLabels,
  sourceLabels,
} from '@/features/creators/components/labels.data';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { useNames } from '@/features/creators/components/use-names';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import { Button } from '@/ui/button';
import { DescriptionList, type DescriptionItem } from '@/ui/description-list';
import { useLocale } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { useNow } from '@/ui/shell/workspace-scope';

/** How to reach them, who answers, when and in which words, and why the address may be used. */
export function ContactPane({ onEdit }: { onEdit?: () => void }) {
  const { record, editable } = useRecord();
  const names = useNames();
  const zone = useZone(record.timeZone);
  const edit = editable && onEdit && (
    <Button variant="link" size="s" className="h-auto" onClick={onEdit} aria-label="Edit contact">
      Edit
    </Button>
  );
  const items: DescriptionItem[] = [
    ...addressItems(record),
    ...record.contacts.map(contactItem),
    ...(zone ? [{ term: 'Zone', value: zone }] : []),
    ...(record.languages.length > 0
      ? [{ term: 'Language', value: record.languages.map((tag) => names.language(tag)).join(', ') }]
      : []),
    ...greetingItems(record),
    { term: 'Basis', value: basisOf(record) },
    {
      term: 'Source',
      value: [sourceLabels[record.source] ?? record.source, record.sourceNote].filter(Boolean).join(' · '),
    },
  ];
  return (
    <Section title="Contact" action={edit}>
      <DescriptionList items={items} />
    </Section>
  );
}

const hidden = <span className="text-ink-3">Hidden from you</span>;

function addressItems({ emails, phones }: CreatorRecord): DescriptionItem[] {
  if (emails === null) return [{ term: 'E-mail', value: hidden }];
  const mail = emails.map(({ id, address, label, source }) => ({
    key: id,
    term: label ?? 'E-mail',
    value: <span title={`From: ${source}`}>{address}</span>,
  }));
  const calls = (phones ?? []).map(({ id, number, label }) => ({
    key: id,
    term: label ?? 'Phone',
    value: <span className="num">{number}</span>,
  }));
  return [
    ...(mail.length > 0 ? mail : [{ term: 'E-mail', value: <span className="text-ink-3">None</span> }]),
    ...calls,
  ];
}

function contactItem(contact: CreatorRecord['contacts'][number]): DescriptionItem {
  const name = [contact.name, contact.agency?.name].filter(Boolean).join(', ');
  const topics = contact.topics.length > 0 ? ` on ${contact.topics.join(', ')}` : '';
  return {
    key: contact.id,
    term: roleLabels[contact.role] ?? contact.role,
    value: (
      <>
        {name} <span className="text-ink-3">({(routingLabels[contact.routing] ?? '') + topics})</span>
        {contact.emails?.map((address) => (
          <span key={address} className="block text-ink-2">
            {address}
          </span>
        ))}
      </>
    ),
  };
}

function greetingItems({ greeting, formality }: CreatorRecord): DescriptionItem[] {
  const value = [greeting, formality && formalityLabels[formality]].filter(Boolean).join(' · ');
  return value ? [{ term: 'Greeting', value }] : [];
}

function basisOf({ legalBasis, emails }: CreatorRecord): string {
  const own = emails?.find(({ isPrimary }) => isPrimary)?.legalBasis;
  const basis = own && own !== 'unknown' ? own : legalBasis;
  return legalBasisLabels[basis] ?? basis;
}

/** The zone with the time there now: `Europe/Amsterdam · 09:52`. */
function useZone(timeZone: string | null): string | null {
  const { locale } = useLocale();
  const now = useNow();
  if (!timeZone) return null;
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  return `${timeZone.replaceAll('_', ' ')} · ${time.replace('\u202f', ' ')}`;
}
