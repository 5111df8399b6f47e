import type { Metadata } from 'next';
import { findUnfinishedWork } from '@/app/effects/stuck-effects';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { UnfinishedList } from './unfinished-list';

export const metadata: Metadata = { title: 'Unfinished work' };

export default async function UnfinishedPage({ params }: { params: Promise<{ workspace: string }> }) {
  const ctx = await pageContext((await params).workspace, 'effect.read');
  return <UnfinishedList work={await inWorkspace(ctx, findUnfinishedWork)} />;
}
