import type { ReactNode } from 'react';
import { pageContext } from '@/platform/web/current-context';
import { PageHeader } from '@/ui/page-header';
import { SettingsNav } from './settings-nav';

export default async function SettingsLayout({
  params,
  children,
}: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace, 'workspace.read');
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNav slug={workspace} permissions={[...ctx.permissions]} />
      <div className="min-h-0 flex-1 overflow-y-auto p-5 max-sm:p-3">{children}</div>
    </>
  );
}
