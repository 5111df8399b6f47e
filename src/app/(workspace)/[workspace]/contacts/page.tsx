import type { Metadata } from 'next';
import { ContactsScreen } from '@/features/creators/components/contacts/contacts-screen';
import { pageContext } from '@/platform/web/current-context';

export const metadata: Metadata = { title: 'Contacts' };

export default async function ContactsPage({ params }: { params: Promise<{ workspace: string }> }) {
  await pageContext((await params).workspace, 'contact.read');
  return <ContactsScreen />;
}
