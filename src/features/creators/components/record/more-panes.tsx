'use client';

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCustomText } from '@/features/creators/components/list/creator-cells';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { useNames } from '@/features/creators/components/use-names';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { DescriptionList, type DescriptionItem } from '@/ui/description-list';
import { useFormat } from '@/ui/locale-provider';

/** What is needed now and then: sizes and parcel, invoice, the workspace's own fields. Folded away. */
export function MorePanes({ customFields }: { customFields: CreatorVocabulary['customFields'] }) {
  const { record } = useRecord();
  const customText = useCustomText();
  const format = useFormat();
  const names = useNames();
  const facts: [string, string | null][] = [
    ['Full name', [record.givenName, record.familyName].filter(Boolean).join(' ') || null],
    ['Legal name', record.legalName],
    ['Company', record.companyName],
    ['Pronouns', record.pronouns],
    ['Country', names.country(record.country) || null],
    ['City', record.city],
    ['Birthday', record.birthday && format.day(record.birthday)],
    ['Added', format.date(record.createdAt)],
  ];
  const own = customFields.map((field): [string, string | null] => [
    field.label,
    customText(field.type, record.custom[field.id]),
  ]);
  const parcel: [string, string | null][] = [
    ['Address', addressText(record.shippingAddress)],
    ...Object.entries(record.sizes ?? {}).map(([name, size]): [string, string] => [name, size]),
  ];
  const invoice: [string, string | null][] = [
    ['Bills as', record.billingEntity],
    ['Address', addressText(record.billingAddress)],
    ['VAT id', record.vatId],
    ['Vendor no.', record.vendorNumber],
  ];
  return (
    <>
      <Folded title="Person" facts={facts} />
      <Folded title="More fields" facts={own} />
      <Folded title="Shipping and sizes" facts={parcel} />
      <Folded title="Billing" facts={invoice} />
    </>
  );
}

function Folded({ title, facts }: { title: string; facts: [string, ReactNode][] }) {
  const items: DescriptionItem[] = facts.flatMap(([term, value]) => (value ? [{ key: term, term, value }] : []));
  if (items.length === 0) return null;
  return (
    <details className="group border-b border-line px-4 py-3 last:border-b-0">
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-xs text-sm font-semibold text-ink-2">
        <ChevronRight aria-hidden="true" className="size-3.5 text-ink-3 transition-transform group-open:rotate-90" />
        {title}
        <span className="num ml-auto font-normal text-ink-3">{items.length}</span>
      </summary>
      <div className="pt-2.5">
        <DescriptionList items={items} />
      </div>
    </details>
  );
}

function addressText(address: CreatorRecord['shippingAddress']): string | null {
  if (!address) return null;
  const { name, line1, line2, postalCode, city, region, country, phone } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [name, line1, line2, town, region, country, phone].filter(Boolean).join(', ') || null;
}
