'use client';

import { RecordProvider, useRecord } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { PageHeader } from '@/ui/page-header';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { CreatorRecordView } from '../creator-record';

interface CreatorScreenProps {
  record: CreatorRecord;
  customFields: CreatorVocabulary['customFields'];
}

/** The record of a creator as a page of its own. */
export function CreatorScreen({ record, customFields }: CreatorScreenProps) {
  return (
    <RecordProvider initial={record}>
      <CreatorRecordView
        customFields={customFields}
        shape="page"
        bar={(actions) => <RecordHeader actions={actions} />}
      />
    </RecordProvider>
  );
}

function RecordHeader({ actions }: { actions: React.ReactNode }) {
  const { slug } = useWorkspace();
  const { record } = useRecord();
  return (
    <PageHeader
      crumbs={[{ label: 'Creators', href: `/${slug}/creators` }]}
      title={record.displayName}
      actions={actions}
    />
  );
}
