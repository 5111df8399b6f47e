'use client';

import type { ReactNode } from 'react';
import { ContactPane } from '@/features/creators/components/record/contact-pane';
import { GlancePane } from '@/features/creators/components/record/glance-pane';
import { HandlesPane } from '@/features/creators/components/record/handles-pane';
import { IdentityPane } from '@/features/creators/components/record/identity-pane';
import { MorePanes } from '@/features/creators/components/record/more-panes';
import { useArchive, type RecordPanel } from '@/features/creators/components/record/record-actions';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { WorksPane } from '@/features/creators/components/record/works-pane';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { useFormat } from '@/ui/locale-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useMediaQuery } from '@/ui/use-media-query';

interface RecordLayoutProps {
  customFields: CreatorVocabulary['customFields'];
  onOpen: (panel: RecordPanel) => void;
  /** Possible duplicates, for the right column. */
  aside?: ReactNode;
  /** Tabs in the middle. */
  children: ReactNode;
}

/** Below it the right column stands in the left one. */
const twoColumnsQuery = '(max-width: 1279px)';

/** The record as a page: who it is at the left, what happened in the middle, what to know at a glance at the right. */
export function RecordColumns({ customFields, onOpen, aside, children }: RecordLayoutProps) {
  const narrow = useMediaQuery(twoColumnsQuery);
  const glance = (
    <>
      <GlancePane />
      {aside}
    </>
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ArchivedNote />
      <div className="grid min-h-0 flex-1 grid-cols-[280px_minmax(0,1fr)_300px] max-xl:grid-cols-[280px_minmax(0,1fr)] max-lg:block max-lg:overflow-y-auto max-lg:bg-surface">
        <aside aria-label="About" className="min-h-0 overflow-y-auto border-r border-line bg-surface max-lg:border-r-0">
          <IdentityPane />
          <div className="max-lg:hidden">
            <AboutPanes customFields={customFields} onOpen={onOpen} aside={narrow && glance} />
          </div>
        </aside>
        <div className="flex min-h-0 min-w-0 flex-col bg-surface max-lg:[&_[role=tablist]]:sticky max-lg:[&_[role=tablist]]:top-0 max-lg:[&_[role=tablist]]:z-10 max-lg:[&_[role=tablist]]:bg-surface">
          {children}
        </div>
        {!narrow && (
          <aside
            aria-label="At a glance"
            className="min-h-0 overflow-y-auto border-l border-line bg-surface max-xl:hidden"
          >
            {glance}
          </aside>
        )}
      </div>
    </div>
  );
}

/** What is known of the person: the left column of a wide screen, a tab of its own on a narrow one. */
export function AboutPanes({ customFields, onOpen, aside }: Omit<RecordLayoutProps, 'children'>) {
  return (
    <>
      <HandlesPane onEdit={() => onOpen('handles')} />
      <ContactPane onEdit={() => onOpen('contact')} />
      <WorksPane onEdit={() => onOpen('preferences')} />
      {aside}
      <MorePanes customFields={customFields} />
    </>
  );
}

/** The record beside other work: one column. */
export function RecordStack({ customFields, onOpen, aside, children }: RecordLayoutProps) {
  return (
    <div className="bg-surface">
      <ArchivedNote />
      <div className="grid grid-cols-2 border-b border-line max-sm:grid-cols-1">
        <div className="border-r border-line max-sm:border-r-0">
          <IdentityPane />
          <HandlesPane onEdit={() => onOpen('handles')} />
        </div>
        <div>
          <GlancePane />
          {aside}
        </div>
      </div>
      <WorksPane onEdit={() => onOpen('preferences')} />
      <ContactPane onEdit={() => onOpen('contact')} />
      <MorePanes customFields={customFields} />
      <div className="border-t border-line">{children}</div>
    </div>
  );
}

function ArchivedNote() {
  const { record } = useRecord();
  const { can } = useWorkspace();
  const format = useFormat();
  const { restore } = useArchive();
  if (record.archivedAt === null) return null;
  return (
    <div className="border-b border-line bg-surface p-3">
      <Callout
        tone="attention"
        title={`Archived on ${format.date(record.archivedAt)}`}
        action={can('creator.archive') && <Button onClick={restore}>Restore</Button>}
      >
        It is in no list and cannot be written to. Everything is kept.
      </Callout>
    </div>
  );
}
