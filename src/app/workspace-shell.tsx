'use client';

import { Settings, Users } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useState, type ReactNode } from 'react';
import { placesOf, settingsOf, type Place } from '@/app/places';
import type { Permission } from '@/shared/permissions';
import { CommandPalette } from '@/ui/command/command-palette';
import { KeyboardHelp } from '@/ui/command/keyboard-help';
import { AppFrame } from '@/ui/shell/app-frame';
import { FindButton } from '@/ui/shell/find-button';
import { PhoneNav } from '@/ui/shell/phone-nav';
import { SideNav } from '@/ui/shell/side-nav';
import { UserMenu } from '@/ui/shell/user-menu';
import { WorkspaceSwitcher } from '@/ui/shell/workspace-switcher';

export interface WorkspaceShellProps {
  slug: string;
  workspaces: { id: string; name: string; slug: string }[];
  user: { id: string; name: string; email: string };
  permissions: Permission[];
  savedSegments: { id: string; name: string }[];
  children: ReactNode;
}

/** Navigation, command palette and keyboard help around every screen; holds only what exists and the person may see. */
export function WorkspaceShell({ slug, workspaces, user, permissions, savedSegments, children }: WorkspaceShellProps) {
  const [finding, setFinding] = useState(false);
  const allowed = (places: Place[]) => places.filter((place) => permissions.includes(place.permission));
  const places = allowed(placesOf(slug));
  const settings = allowed(settingsOf(slug));
  const saved = savedSegments.map(({ id, name }) => ({
    href: `/${slug}/creators?segment=${id}`,
    label: name,
    icon: <Users />,
  }));
  const sections = [{ items: places }, ...(saved.length > 0 ? [{ label: 'Saved', items: saved }] : [])];
  const footerItems = [{ href: `/${slug}/settings`, label: 'Settings', icon: <Settings /> }];
  const own = workspaces.find((workspace) => workspace.slug === slug) ?? { id: slug, name: slug };
  const switcher = (
    <WorkspaceSwitcher
      current={own}
      workspaces={workspaces.map(({ id, name, slug: other }) => ({ id, name, href: `/${other}/creators` }))}
    />
  );
  const account = <UserMenu user={user} onSignOut={() => void signOut({ callbackUrl: '/sign-in' })} />;
  return (
    <AppFrame
      side={
        <SideNav
          switcher={switcher}
          find={<FindButton onClick={() => setFinding(true)} />}
          sections={sections}
          footerItems={footerItems}
          user={account}
        />
      }
      bottom={
        <PhoneNav
          items={[...places, ...footerItems]}
          sections={[...sections, { label: 'Settings', items: settings }]}
          switcher={switcher}
          user={account}
        />
      }
    >
      {children}
      <CommandPalette
        open={finding}
        onOpenChange={setFinding}
        groups={[{ heading: 'Go to', items: [...places, ...settings].map((place) => ({ id: place.href, ...place })) }]}
      />
      <KeyboardHelp />
    </AppFrame>
  );
}
