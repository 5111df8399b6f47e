'use client';

import { ChevronDown } from 'lucide-react';
import { setStage } from '@/features/creators/actions';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { STAGES } from '@/features/creators/model/vocabulary';
import { StatusBadge } from '@/ui/badge';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { statuses } from '@/ui/status';

/** The stage, and the menu that sets another. */
export function StageMenu() {
  const { slug } = useWorkspace();
  const { record, save, editable } = useRecord();
  const badge = <StatusBadge kind="creatorStage" value={record.stage} />;
  if (!editable) return badge;
  const trigger = (
    <button
      type="button"
      aria-label={`Stage: ${statuses.creatorStage[record.stage].label}. Change`}
      className="group inline-flex items-center gap-0.5 rounded-full"
    >
      {badge}
      <ChevronDown aria-hidden="true" className="size-3 text-ink-3 opacity-60 group-hover:opacity-100" />
    </button>
  );
  return (
    <DropdownMenu trigger={trigger}>
      {STAGES.map((stage) => (
        <MenuItem
          key={stage}
          onSelect={() =>
            stage !== record.stage && void save(() => setStage(slug, { id: record.id, stage }), { stage })
          }
        >
          <StatusBadge kind="creatorStage" value={stage} />
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
