import type { Metadata } from 'next';
import { CustomFields } from '@/features/creators/components/fields/custom-fields';
import { findCustomFields } from '@/features/creators/queries/find-custom-fields';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';

export const metadata: Metadata = { title: 'Custom fields' };

export default async function CustomFieldsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const ctx = await pageContext((await params).workspace, 'custom_field.update');
  return <CustomFields fields={await inWorkspace(ctx, findCustomFields)} />;
}
