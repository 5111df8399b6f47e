'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import Link from 'next/link';
import { initialsOf } from '../avatar';
import { DropdownMenu, MenuItem, MenuLabel } from '../dropdown-menu';
import { uiTexts } from '../ui-texts';

export interface WorkspaceSwitcherProps {
  current: { id: string; name: string };
  workspaces: readonly { id: string; name: string; href: string }[];
}

/** Which workspace this is, and the way into the person's others. */
export function WorkspaceSwitcher({ current, workspaces }: WorkspaceSwitcherProps) {
  const trigger = (
    <button
      type="button"
      aria-label={`${uiTexts.shell.switchWorkspace}: ${current.name}`}
      className="flex h-9 w-full items-center gap-2 rounded-sm px-2 font-semibold hover:bg-line/50 aria-expanded:bg-line/50 coarse:h-11"
    >
      <WorkspaceMark name={current.name} />
      <span className="truncate">{current.name}</span>
      <ChevronsUpDown aria-hidden="true" className="ml-auto size-3.5 shrink-0 text-ink-3" />
    </button>
  );
  return (
    <DropdownMenu trigger={trigger}>
      <MenuLabel>{uiTexts.shell.workspaces}</MenuLabel>
      {workspaces.map((workspace) => (
        <MenuItem key={workspace.id} asChild>
          <Link href={workspace.href}>
            <WorkspaceMark name={workspace.name} />
            <span className="min-w-0 flex-1 truncate">{workspace.name}</span>
            {workspace.id === current.id && <Check aria-hidden="true" />}
          </Link>
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}

function WorkspaceMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-[22px] shrink-0 place-items-center rounded-sm bg-accent text-xs font-bold text-accent-ink"
    >
      {initialsOf(name).slice(0, 1)}
    </span>
  );
}
