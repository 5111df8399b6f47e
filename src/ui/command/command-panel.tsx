'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { foldText } from '../fold-text';
import { Kbd } from '../kbd';
import { menuItemClass } from '../menu-class';
import { Spinner } from '../spinner';
import { uiTexts } from '../ui-texts';
import { useAsyncResults } from '../use-async-results';
import type { CommandGroup, CommandItem, CommandPaletteProps } from './command-item';

/** The open palette: a field over groups of results and commands. */
export function CommandPanel({ open, onOpenChange, groups, search }: CommandPaletteProps) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const text = query.trim();
  const { results, loading, failed } = useAsyncResults(text, text ? search : undefined);
  const shown = [...(text ? results : []), ...filterGroups(groups, text)];
  const marked = useMarkedItem(shown, `${text}\n${results.length}`);
  const run = (item: CommandItem) => {
    onOpenChange(false);
    if (item.href) router.push(item.href);
    else item.onSelect?.();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          data-modal=""
          aria-describedby={undefined}
          className="animate-pop fixed inset-x-3 top-[12dvh] z-40 mx-auto max-w-xl overflow-hidden rounded-lg border border-line bg-raised shadow-pop"
        >
          <Radix.Title className="sr-only">{uiTexts.palette.title}</Radix.Title>
          <Command shouldFilter={false} label={uiTexts.palette.title} loop {...marked}>
            <div className="flex items-center gap-2.5 border-b border-line px-3.5">
              <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={uiTexts.palette.placeholder}
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-3 coarse:text-[1rem]"
              />
              {loading && <Spinner className="text-ink-3" />}
            </div>
            <Command.List label={uiTexts.palette.title} className="max-h-[min(420px,60dvh)] overflow-y-auto p-1.5">
              {!loading && (
                <Command.Empty className="px-3 py-8 text-center text-ink-3">
                  {failed ? uiTexts.searchFailed : uiTexts.palette.empty}
                </Command.Empty>
              )}
              {shown.map((group) => (
                <ResultGroup key={group.heading} group={group} onRun={run} />
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The first item is marked until the person moves; results that come later begin again at the first. */
function useMarkedItem(groups: readonly CommandGroup[], answer: string) {
  const [moved, setMoved] = useState({ value: '', answer: '' });
  const [group] = groups;
  const [item] = group?.items ?? [];
  const first = group && item ? itemValue(group, item) : '';
  return {
    value: moved.answer === answer ? moved.value : first,
    onValueChange: (value: string) => setMoved({ value, answer }),
  };
}

function itemValue(group: CommandGroup, item: CommandItem): string {
  return `${group.heading} ${item.id}`;
}

function ResultGroup({ group, onRun }: { group: CommandGroup; onRun: (item: CommandItem) => void }) {
  return (
    <Command.Group
      heading={group.heading}
      className="pb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-ink-3"
    >
      {group.items.map((item) => (
        <Command.Item
          key={item.id}
          value={itemValue(group, item)}
          onSelect={() => onRun(item)}
          className={`${menuItemClass} min-h-9`}
        >
          {item.icon}
          <span className="truncate">{item.label}</span>
          {item.hint && <span className="truncate text-ink-3">{item.hint}</span>}
          {item.kbd && <Kbd className="ml-auto">{item.kbd}</Kbd>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function filterGroups(groups: readonly CommandGroup[], text: string): CommandGroup[] {
  const words = foldText(text).split(/\s+/);
  const matches = (item: CommandItem) => {
    const haystack = foldText(`${item.label} ${item.keywords ?? ''}`);
    return words.every((word) => haystack.includes(word));
  };
  return groups
    .map((group) => ({ ...group, items: group.items.filter(matches) }))
    .filter((group) => group.items.length > 0);
}
