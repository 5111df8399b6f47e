import type { Metadata } from 'next';
import { ApiKeys } from '@/features/members/components/api-keys';
import { findApiKeys } from '@/features/members/queries/find-api-keys';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace, 'api_key.read');
  return <ApiKeys workspace={workspace} apiKeys={await inWorkspace(ctx, findApiKeys)} />;
}
