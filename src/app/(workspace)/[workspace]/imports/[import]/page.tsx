import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportScreen } from '@/features/imports/components/import-screen';
import { getImport } from '@/features/imports/queries/get-import';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { isAppError } from '@/shared/errors';
import { decodeId } from '@/shared/ids';

export const metadata: Metadata = { title: 'Import' };

interface ImportPageProps {
  params: Promise<{ workspace: string; import: string }>;
}

export default async function ImportPage({ params }: ImportPageProps) {
  const { workspace, import: id } = await params;
  const ctx = await pageContext(workspace, 'import.read');
  const imported = await inWorkspace(ctx, (tx) => getImport(tx, decodeId('import', id))).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  return <ImportScreen key={imported.id} initial={imported} />;
}
