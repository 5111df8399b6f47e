import { Building2 } from 'lucide-react';
import type { Metadata } from 'next';
import { findBrands } from '@/features/members/queries/find-brands';
import { MailboxSettings } from '@/features/threads/components/mailboxes/mailbox-settings';
import { findMailboxes } from '@/features/threads/queries/find-mailboxes';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { DescriptionList } from '@/ui/description-list';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Brands and mailboxes' };

/** The mailboxes with the state of their connection, and each brand with the identity creators see. */
export default async function MailboxesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const ctx = await pageContext((await params).workspace, 'mailbox.read');
  const { brands, mailboxes } = await inWorkspace(ctx, async (tx) => ({
    brands: await findBrands(tx),
    mailboxes: await findMailboxes(tx),
  }));
  if (brands.length === 0) {
    return (
      <EmptyState
        icon={<Building2 />}
        title="No brand yet"
        description="An operator adds the first one with npm run setup."
      />
    );
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <MailboxSettings brands={brands.map(({ id, name }) => ({ id, name }))} mailboxes={mailboxes} />
      {brands.map((brand) => (
        <Section key={brand.id} title={brand.name} variant="card">
          <DescriptionList
            items={[
              { term: 'Sender', value: brand.senderName },
              { term: 'Legal entity', value: brand.legalEntity ?? 'not set' },
              { term: 'Postal address', value: brand.postalAddress ?? 'not set' },
              { term: 'Currency', value: brand.currency },
              { term: 'Reports in', value: brand.reportingZone },
            ]}
          />
        </Section>
      ))}
      <p className="text-sm text-ink-3">
        A mailbox that is not connected writes through the mail server of this installation; answers go to its address.
      </p>
    </div>
  );
}
