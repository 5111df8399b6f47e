'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useState, type ReactNode } from 'react';
import { DuplicatesPane } from '@/features/creators/components/record/duplicates-pane';
import { GlancePane } from '@/features/creators/components/record/glance-pane';
import { NotesTab } from '@/features/creators/components/record/notes-tab';
import { QuotesTab } from '@/features/creators/components/record/quotes-tab';
import { RecordActions, type RecordPanel } from '@/features/creators/components/record/record-actions';
import { AboutPanes, RecordColumns, RecordStack } from '@/features/creators/components/record/record-layout';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { TaskAbout } from '@/features/tasks/components/task-about';
import { TaskPane } from '@/features/tasks/components/task-pane';
import { Conversation } from '@/features/threads/components/conversation';
import { MessageState } from '@/features/threads/components/message-state';
import { useMessagesUnderWay } from '@/features/threads/components/use-messages-under-way';
import { Timeline, type TimelineMessage } from '@/features/timeline/components/timeline';
import { PresenceAvatars } from '@/ui/live/presence-avatars';
import { usePresence } from '@/ui/live/use-presence';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { Tabs, type TabItem } from '@/ui/tabs';
import { AddTask } from './add-task';
import { RecordPanels } from './record-panels';
import { WriteToCreator } from './write-to-creator';

const AudienceTab = dynamic(
  () => import('@/features/creators/components/record/audience-tab').then((module) => module.AudienceTab),
  { ssr: false, loading: () => <Skeleton className="m-5 h-64 rounded-md" /> },
);

interface CreatorRecordViewProps {
  customFields: CreatorVocabulary['customFields'];
  /** `page`: three columns; `beside`: one, next to other work. */
  shape: 'page' | 'beside';
  /** Draws the actions where the shape has its bar. */
  bar: (actions: ReactNode) => ReactNode;
}

/** The record of one creator with everything that opens from it. */
export function CreatorRecordView({ customFields, shape, bar }: CreatorRecordViewProps) {
  const { slug, can } = useWorkspace();
  const router = useRouter();
  const { record, revision, refresh } = useRecord();
  const [panel, setPanel] = useState<RecordPanel | null>(null);
  const [mergeWith, setMergeWith] = useState<string | null>(null);
  const [tab, setTab] = useQueryState('tab', parseAsString.withDefault('timeline'));
  const [writingNote, setWritingNote] = useState(false);
  const moved = useCallback(() => void refresh(), [refresh]);
  useMessagesUnderWay({ workspace: slug, creatorId: record.id, revision, onMoved: moved });
  const viewers = usePresence(record.id, { writing: panel === 'write' });
  const open = (next: RecordPanel) => {
    setMergeWith(null);
    setPanel(next);
  };
  const merge = (otherId: string) => {
    setMergeWith(otherId);
    setPanel('merge');
  };
  const note = () => {
    void setTab('notes');
    setWritingNote(true);
  };
  const messageActions = useMessageActions(moved);
  const aside = (
    <>
      {can('task.read') && <TaskPane creatorId={record.id} />}
      <DuplicatesPane onMerge={merge} />
    </>
  );
  const about: TabItem = {
    value: 'about',
    label: 'About',
    className: 'lg:hidden',
    content: (
      <AboutPanes
        customFields={customFields}
        onOpen={open}
        aside={
          <>
            <GlancePane />
            {aside}
          </>
        }
      />
    ),
  };
  const items: TabItem[] = [
    {
      value: 'timeline',
      label: 'Timeline',
      content: <Timeline creatorId={record.id} revision={revision} messageActions={messageActions} />,
    },
    ...(shape === 'page' ? [about] : []),
    {
      value: 'conversation',
      label: 'Conversation',
      count: record.counts.messages,
      content: (
        <Conversation
          creatorId={record.id}
          revision={revision}
          onChanged={moved}
          {...(can('message.send') && record.archivedAt === null && { onWrite: () => open('write') })}
        />
      ),
    },
    {
      value: 'notes',
      label: 'Notes',
      count: record.counts.notes,
      content: <NotesTab writing={writingNote} onWriting={setWritingNote} />,
    },
    {
      value: 'quotes',
      label: 'Quotes',
      count: record.counts.quotes,
      content: <QuotesTab onLog={() => open('quote')} />,
    },
    { value: 'audience', label: 'Handles & audience', content: <AudienceTab onAdd={() => open('handles')} /> },
  ];
  const Layout = shape === 'page' ? RecordColumns : RecordStack;
  return (
    <>
      {bar(
        <>
          <PresenceAvatars viewers={viewers} />
          <AddTask onHidden={() => void setTab('about')} />
          <RecordActions onOpen={open} onNote={note} />
        </>,
      )}
      <Layout customFields={customFields} onOpen={open} aside={aside}>
        <Tabs
          label="Record"
          items={items}
          value={items.some(({ value }) => value === tab) ? tab : (items[0]?.value ?? '')}
          onValueChange={(value) => void setTab(value)}
          className="min-h-0 flex-1"
          panelClassName="overflow-y-auto outline-none"
        />
      </Layout>
      {panel === 'write' && <WriteToCreator onClose={() => setPanel(null)} />}
      <RecordPanels
        panel={panel}
        mergeWith={mergeWith}
        customFields={customFields}
        onClose={() => setPanel(null)}
        onMerged={(survivorId) => {
          setPanel(null);
          if (survivorId !== record.id) router.push(`/${slug}/creators/${survivorId}`);
        }}
      />
    </>
  );
}

/** What is done about a message of the timeline: settled if nobody knows its end, or made a task. */
function useMessageActions(onMoved: () => void) {
  const { can } = useWorkspace();
  const mayTask = can('task.update');
  return useCallback(
    (message: TimelineMessage) => (
      <>
        <MessageState message={message} onChanged={onMoved} />
        {mayTask && <TaskAbout subject={message.id} title={`Follow up: ${message.subject}`} />}
      </>
    ),
    [onMoved, mayTask],
  );
}
