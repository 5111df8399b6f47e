import type { Metadata } from 'next';
import { pageContext } from '@/platform/web/current-context';
import { InboxScreen } from './inbox-screen';

export const metadata: Metadata = { title: 'Inbox' };

interface InboxPageProps {
  params: Promise<{ workspace: string }>;
}

export default async function InboxPage({ params }: InboxPageProps) {
  await pageContext((await params).workspace, 'message.read');
  return <InboxScreen />;
}
