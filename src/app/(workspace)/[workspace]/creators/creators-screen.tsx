'use client';

import { Plus, Upload, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { parseAsBoolean, parseAsString, useQueryState } from 'nuqs';
import { CreatorList, type CreatorListProps } from '@/features/creators/components/list/creator-list';
import type { Packed } from '@/shared/packed';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';
import { useUnpacked } from '@/ui/use-unpacked';

const NewCreatorDialog = dynamic(
  () => import('@/features/creators/components/list/new-creator-dialog').then((module) => module.NewCreatorDialog),
  { ssr: false },
);

const RecordBeside = dynamic(() => import('./record-beside').then((module) => module.RecordBeside), { ssr: false });

type ReadList = Pick<CreatorListProps, 'query' | 'firstPage' | 'vocabulary' | 'segments' | 'problem'>;

/** The list of creators, with the record of one beside it. */
export function CreatorsScreen({ list }: { list: Packed<ReadList> }) {
  const read = useUnpacked(list);
  const { slug, can } = useWorkspace();
  const router = useRouter();
  const [creating, setCreating] = useQueryState('new', parseAsBoolean.withDefault(false));
  const [openId, setOpenId] = useQueryState('open', parseAsString.withOptions({ history: 'push' }));
  const mayCreate = can('creator.create');
  useShortcut('n', 'New creator', { handler: () => void setCreating(true), group: 'Creators', enabled: mayCreate });
  const importLink = can('import.create') && (
    <Button asChild icon={<Upload />}>
      <Link href={`/${slug}/imports/new`}>
        <span>Import a list</span>
      </Link>
    </Button>
  );
  const add = mayCreate && (
    <Button variant="primary" icon={<Plus />} kbd="N" onClick={() => void setCreating(true)}>
      <span>Add creator</span>
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Creators"
        actions={
          <span className="flex gap-2 max-sm:[&_span]:sr-only">
            {importLink}
            {add}
          </span>
        }
      />
      <CreatorList
        {...read}
        openId={openId}
        onOpen={(row) => void setOpenId(row.id, { history: openId ? 'replace' : 'push' })}
        beginning={
          <EmptyState
            icon={<Users />}
            title="Everyone you work with, in one place"
            description="Bring the list you have: a spreadsheet or an export of another tool. Or begin with one person."
            action={
              <>
                {importLink}
                {add}
              </>
            }
          />
        }
      />
      {openId && (
        <RecordBeside
          creatorId={openId}
          customFields={read.vocabulary.customFields}
          onClose={() => void setOpenId(null)}
        />
      )}
      {creating && (
        <NewCreatorDialog
          vocabulary={read.vocabulary}
          onClose={() => void setCreating(null)}
          onCreated={(id) => {
            // One after the other: the address of the list, written late, would take the place of the record's.
            void setCreating(null).then(() => router.push(`/${slug}/creators/${id}`));
          }}
        />
      )}
    </>
  );
}
