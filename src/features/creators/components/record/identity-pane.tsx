'use client';

import { OwnerMenu } from '@/features/creators/components/record/owner-menu';
import { InlineText } from '@/features/creators/components/record/inline-text';
import { StageMenu } from '@/features/creators/components/record/stage-menu';
import { TagEditor } from '@/features/creators/components/record/tag-editor';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { useNames } from '@/features/creators/components/use-names';
import { updateCreator } from '@/features/creators/actions';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { Callout } from '@/ui/callout';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** Who it is: face, name, what about and where, stage, owner, tags. */
export function IdentityPane() {
  const { slug } = useWorkspace();
  const { record, save, editable } = useRecord();
  const names = useNames();
  const topics = record.preferences.topics.slice(0, 3).join(', ');
  const place = [record.city, names.country(record.country)].filter(Boolean).join(', ');
  const facts = [topics, place, record.pronouns].filter(Boolean).join(' · ');
  return (
    <section className="border-b border-line px-4 pt-3.5 pb-4" aria-label="Who it is">
      <Avatar id={record.id} name={record.displayName} size="l" />
      <div className="mt-2.5 -ml-1.5">
        <InlineText
          label="Name"
          value={record.displayName}
          maxLength={200}
          editable={editable}
          className="text-lg font-semibold"
          onSave={(displayName) =>
            save(() => updateCreator(slug, { id: record.id, version: record.version, displayName }), { displayName })
          }
        />
      </div>
      {record.companyName && <p className="text-ink-2">{record.companyName}</p>}
      {facts && <p className="text-ink-2">{facts}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <StageMenu />
        <OwnerMenu />
        {record.isMinor && <Badge tone="attention">Minor{record.guardian ? ` · ${record.guardian.name}` : ''}</Badge>}
      </div>
      <TagEditor />
      {record.doNotContact && (
        <Callout tone="late" className="mt-3" title="Do not contact">
          {record.doNotContactReason ?? 'No reason was given.'}
        </Callout>
      )}
    </section>
  );
}
