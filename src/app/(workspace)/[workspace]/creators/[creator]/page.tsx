import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { getCreator } from '@/features/creators/queries/get-creator';
import { getCreatorVocabulary } from '@/features/creators/queries/get-creator-vocabulary';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { isAppError } from '@/shared/errors';
import { decodeId } from '@/shared/ids';
import { CreatorScreen } from './creator-screen';

interface CreatorPageProps {
  params: Promise<{ workspace: string; creator: string }>;
}

const readRecord = cache(async (workspace: string, creator: string) => {
  const ctx = await pageContext(workspace, 'creator.read');
  try {
    const id = decodeId('creator', creator);
    return await inWorkspace(ctx, async (tx) => ({
      record: await getCreator(tx, id),
      customFields: (await getCreatorVocabulary(tx)).customFields,
    }));
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: CreatorPageProps): Promise<Metadata> {
  const { workspace, creator } = await params;
  return { title: (await readRecord(workspace, creator)).record.displayName };
}

export default async function CreatorPage({ params }: CreatorPageProps) {
  const { workspace, creator } = await params;
  const { record, customFields } = await readRecord(workspace, creator);
  // A merged creator is the one that stayed.
  if (record.id !== creator) redirect(`/${workspace}/creators/${record.id}`);
  return <CreatorScreen record={record} customFields={customFields} />;
}
