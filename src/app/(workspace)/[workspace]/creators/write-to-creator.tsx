'use client';

import dynamic from 'next/dynamic';
import { ContactPane } from '@/features/creators/components/record/contact-pane';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { WorksPane } from '@/features/creators/components/record/works-pane';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';

const Composer = dynamic(() => import('@/features/threads/components/composer').then((module) => module.Composer), {
  ssr: false,
});

/** The composer for this record, with what one should know about the creator beside it. */
export function WriteToCreator({ onClose }: { onClose: () => void }) {
  const { record, refresh } = useRecord();
  return (
    <Composer
      creatorId={record.id}
      creatorName={record.displayName}
      known={knownAddresses(record)}
      beside={
        <>
          <WorksPane />
          <ContactPane />
        </>
      }
      onClose={onClose}
      onQueued={() => {
        onClose();
        void refresh();
      }}
    />
  );
}

function knownAddresses({ displayName, emails, contacts }: CreatorRecord) {
  return [
    ...(emails ?? []).map(({ address }) => ({ name: displayName, address })),
    ...contacts.flatMap(({ name, emails: theirs }) => (theirs ?? []).map((address) => ({ name, address }))),
  ];
}
