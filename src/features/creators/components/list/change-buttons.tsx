'use client';

import { Tag, UserRound, Workflow } from 'lucide-react';
import { assignCreators, stageCreators, tagCreators } from '@/features/creators/bulk-actions';
import { BulkTagPopover } from '@/features/creators/components/list/bulk-tag-popover';
import { STAGES } from '@/features/creators/model/vocabulary';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { useFormat } from '@/ui/locale-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';

export type BulkAnswer = { ok: true; data: { changed: number } } | { ok: false; error: { message: string } };

export interface BulkEffect {
  said?: (changed: number) => string;
  /** Shown at once on the rows that are ticked. */
  show?: (row: CreatorRow) => CreatorRow;
}

interface ChangeButtonsProps {
  vocabulary: CreatorVocabulary;
  creators: object;
  run: (write: () => Promise<BulkAnswer>, effect: BulkEffect) => Promise<number | null>;
  pending: boolean;
}

/** Tags, stage and owner of everyone who is ticked. */
export function ChangeButtons({ vocabulary, creators, run, pending }: ChangeButtonsProps) {
  const { slug } = useWorkspace();
  const format = useFormat();
  return (
    <>
      <BulkTagPopover
        tags={vocabulary.tags}
        trigger={
          <Button icon={<Tag />} pending={pending}>
            Tag
          </Button>
        }
        onTag={(change) =>
          void run(() => tagCreators(slug, { creators, ...change }), {
            said: (n) => `${format.number(n)} tagged anew`,
            show: (row) => withTags(row, change),
          })
        }
      />
      <DropdownMenu side="top" trigger={<Button icon={<Workflow />}>Stage</Button>}>
        {STAGES.map((stage) => (
          <MenuItem
            key={stage}
            onSelect={() =>
              void run(() => stageCreators(slug, { creators, stage }), {
                said: (n) => `The stage of ${format.number(n)} was set`,
                show: (row) => ({ ...row, stage }),
              })
            }
          >
            <StatusBadge kind="creatorStage" value={stage} />
          </MenuItem>
        ))}
      </DropdownMenu>
      <DropdownMenu side="top" trigger={<Button icon={<UserRound />}>Assign</Button>}>
        {[...vocabulary.members, { id: '', name: 'Nobody' }].map(({ id, name }) => (
          <MenuItem
            key={id}
            onSelect={() =>
              void run(() => assignCreators(slug, { creators, ownerId: id || null }), {
                said: (n) => `${format.number(n)} assigned to ${name}`,
                show: (row) => ({ ...row, owner: id ? { id, name } : null }),
              })
            }
          >
            {name}
          </MenuItem>
        ))}
      </DropdownMenu>
    </>
  );
}

function withTags(row: CreatorRow, { add = [], remove = [] }: { add?: string[]; remove?: string[] }): CreatorRow {
  const kept = row.tags.filter(({ name }) => !remove.includes(name) && !add.includes(name));
  return { ...row, tags: [...kept, ...add.map((name) => ({ id: `new ${name}`, name }))] };
}
