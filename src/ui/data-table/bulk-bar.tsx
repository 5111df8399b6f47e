'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../button';
import { IconButton } from '../icon-button';
import { useFormat } from '../locale-provider';
import { fillText, uiTexts } from '../ui-texts';
import type { TableTotal } from './data-table-column';
import { countSelected, emptySelection, type RowSelection } from './row-selection';

export interface BulkBarProps {
  selection: RowSelection;
  loaded: number;
  total?: TableTotal;
  onSelectionChange: (selection: RowSelection) => void;
  /** Buttons for what can be done with the ticked rows. */
  children: ReactNode;
}

/** Slides in under the table while rows are ticked: how many, all that match, what to do with them. */
export function BulkBar({ selection, loaded, total, onSelectionChange, children }: BulkBarProps) {
  const format = useFormat();
  const matching = total ?? { count: loaded, exact: true };
  const more = !selection.all && (matching.count > selection.ids.size || !matching.exact);
  const ticked = { count: countSelected(selection, matching.count), exact: matching.exact || !selection.all };
  return (
    <div
      role="toolbar"
      aria-label={uiTexts.table.bulkActions}
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-accent-soft px-3 py-2"
    >
      <span aria-live="polite" className="num font-medium">
        {fillText(selection.all ? uiTexts.table.allSelected : uiTexts.table.selected, { n: format.total(ticked) })}
      </span>
      {more && (
        <Button variant="link" onClick={() => onSelectionChange({ all: true, ids: new Set() })}>
          {fillText(uiTexts.table.selectMatching, { n: format.total(matching) })}
        </Button>
      )}
      <div className="flex flex-1 flex-wrap items-center justify-end gap-2 max-sm:order-last max-sm:-mx-3 max-sm:min-w-full max-sm:flex-nowrap max-sm:justify-start max-sm:overflow-x-auto max-sm:px-3">
        {children}
      </div>
      <IconButton
        aria-label={uiTexts.table.clearSelection}
        className="max-sm:ml-auto"
        icon={<X />}
        onClick={() => onSelectionChange(emptySelection)}
      />
    </div>
  );
}
