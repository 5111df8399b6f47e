'use client';

import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import type { ReactNode } from 'react';
import { Avatar } from '../avatar';
import { DropdownMenu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from '../dropdown-menu';
import { uiTexts } from '../ui-texts';

export interface UserMenuProps {
  user: { id: string; name: string; email: string };
  onSignOut: () => void;
  /** More `MenuItem`s, above the theme. */
  children?: ReactNode;
}

/** Who is signed in; light or dark; out. */
export function UserMenu({ user, onSignOut, children }: UserMenuProps) {
  const { theme, setTheme } = useTheme();
  const trigger = (
    <button
      type="button"
      aria-label={`${uiTexts.shell.account}: ${user.name}`}
      className="flex h-9 w-full items-center gap-2 rounded-sm px-1.5 text-ink-2 hover:bg-line/50 hover:text-ink aria-expanded:bg-line/50 coarse:h-11"
    >
      <Avatar id={user.id} name={user.name} />
      <span className="truncate">{user.name}</span>
    </button>
  );
  return (
    <DropdownMenu trigger={trigger} side="top">
      <MenuLabel>{user.email}</MenuLabel>
      {children}
      <MenuSeparator />
      <MenuLabel>{uiTexts.shell.theme}</MenuLabel>
      <MenuRadioGroup
        value={theme ?? 'system'}
        onValueChange={setTheme}
        options={[
          { value: 'light', label: uiTexts.shell.themeLight, icon: <Sun /> },
          { value: 'dark', label: uiTexts.shell.themeDark, icon: <Moon /> },
          { value: 'system', label: uiTexts.shell.themeSystem, icon: <Monitor /> },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={onSignOut}>
        {uiTexts.shell.signOut}
      </MenuItem>
    </DropdownMenu>
  );
}
