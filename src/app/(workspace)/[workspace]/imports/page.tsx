import type { Metadata } from 'next';
import { ImportList } from '@/features/imports/components/list/import-list';
import { findImports } from '@/features/imports/queries/find-imports';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';

export const metadata: Metadata = { title: 'Imports' };

export default async function ImportsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace, 'import.read');
  return <ImportList first={await inWorkspace(ctx, (tx) => findImports(tx, { limit: 50 }))} />;
}
