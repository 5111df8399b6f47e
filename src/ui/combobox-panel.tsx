'use client';

import { Command } from 'cmdk';
import { Check, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { foldText } from './fold-text';
import { menuItemClass } from './menu-class';
import { Spinner } from './spinner';
import { fillText, uiTexts } from './ui-texts';
import { useAsyncResults } from './use-async-results';

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  /** Options of one group follow each other, under its name. */
  group?: string;
}

interface ComboboxPanelProps {
  label: string;
  options?: readonly ComboboxOption[];
  loadOptions?: (query: string) => Promise<readonly ComboboxOption[]>;
  chosen: readonly ComboboxOption[];
  onPick: (option: ComboboxOption) => void;
  onCreate?: (text: string) => void;
}

/** The field and the list that pop up: type, arrow keys, Enter. */
export function ComboboxPanel({ label, options = [], loadOptions, chosen, onPick, onCreate }: ComboboxPanelProps) {
  const [query, setQuery] = useState('');
  const { results, loading, failed } = useAsyncResults(query, loadOptions);
  const shown = loadOptions ? results : options.filter((option) => foldText(option.label).includes(foldText(query)));
  const text = query.trim();
  const canCreate = onCreate && text && !shown.some((option) => foldText(option.label) === foldText(text));
  return (
    <Command shouldFilter={false} label={label}>
      <div className="flex items-center gap-2 border-b border-line px-2.5">
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={uiTexts.search}
          className="control-text h-9 min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 coarse:h-11"
        />
        {loading && <Spinner className="text-ink-3" />}
      </div>
      <Command.List label={label} className="max-h-64 overflow-y-auto p-1">
        {!loading && !canCreate && (
          <Command.Empty className="px-2 py-3 text-ink-3">
            {failed ? uiTexts.searchFailed : uiTexts.noMatches}
          </Command.Empty>
        )}
        {groupsOf(shown).map(({ heading, members }) => (
          <Command.Group key={heading ?? ''} heading={heading} className={groupClass}>
            {members.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                onSelect={() => onPick(option)}
                className={menuItemClass}
              >
                {option.icon}
                <span className="truncate">{option.label}</span>
                {option.hint && <span className="truncate text-ink-3">{option.hint}</span>}
                {chosen.some(({ value }) => value === option.value) && <Check aria-hidden="true" className="ml-auto" />}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {canCreate && (
          <Command.Item
            value={`create ${text}`}
            onSelect={() => {
              onCreate(text);
              setQuery('');
            }}
            className={menuItemClass}
          >
            <Plus aria-hidden="true" />
            <span className="truncate">{fillText(uiTexts.create, { name: text })}</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}

const groupClass =
  '[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-3';

function groupsOf(options: readonly ComboboxOption[]): { heading?: string; members: ComboboxOption[] }[] {
  const groups: { heading?: string; members: ComboboxOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.heading === option.group) last.members.push(option);
    else groups.push({ heading: option.group, members: [option] });
  }
  return groups;
}
