'use client';

import { Columns3 } from 'lucide-react';
import { Button } from '../button';
import { Checkbox } from '../checkbox';
import { Popover } from '../popover';
import { uiTexts } from '../ui-texts';
import type { ColumnChoice } from './use-column-choice';

export interface ColumnPickerProps {
  columns: readonly { id: string; header: string; pinned?: boolean }[];
  /** From `useColumnChoice`, the same as the table's. */
  choice: ColumnChoice;
}

/** The button above a table that says which columns it shows. */
export function ColumnPicker({ columns, choice }: ColumnPickerProps) {
  const trigger = (
    <Button variant="quiet" icon={<Columns3 />}>
      {uiTexts.table.columns}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={uiTexts.table.showColumns} align="end" className="w-56 p-2">
      <div className="flex flex-col">
        {columns.map((column, index) => (
          <div key={column.id} className="rounded-sm px-1.5 hover:bg-sunken">
            <Checkbox
              label={column.header}
              checked={choice.visible.includes(column.id)}
              disabled={index === 0 || column.pinned}
              onCheckedChange={(checked) => choice.show(column.id, checked === true)}
            />
          </div>
        ))}
        {choice.reset && (
          <Button variant="quiet" size="s" className="mt-1 self-start" onClick={choice.reset}>
            {uiTexts.table.resetColumns}
          </Button>
        )}
      </div>
    </Popover>
  );
}
