'use client';

import { ListPlus, Settings, Upload, UserPlus, Users } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { placesOf, settingsOf, type Place } from '@/app/places';
import { useSearch } from '@/app/use-search';
import { Bell } from '@/features/notifications/components/bell';
import { useTaskCounts } from '@/features/tasks/components/use-task-counts';
import type { Permission } from '@/shared/permissions';
import type { CommandGroup } from '@/ui/command/command-item';
import { CommandPalette } from '@/ui/command/command-palette';
import { KeyboardHelp } from '@/ui/command/keyboard-help';
import { AppFrame } from '@/ui/shell/app-frame';
import { FindButton } from '@/ui/shell/find-button';
import type { NavItem } from '@/ui/shell/nav-item';
import { PhoneNav } from '@/ui/shell/phone-nav';
import { SideNav } from '@/ui/shell/side-nav';
import { UserMenu } from '@/ui/shell/user-menu';
import { WorkspaceSwitcher } from '@/ui/shell/workspace-switcher';
import { useShortcut } from '@/ui/use-shortcut';

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
  const counts = useTaskCounts(slug, permissions.includes('task.read'));
  const places = allowed(placesOf(slug, { tasks: counts?.mine }));
  const settings = allowed(settingsOf(slug));
  const search = useSearch(slug);
  useGoTo(places);
  const pathname = usePathname();
  const segment = useSearchParams().get('segment');
  const saved = savedSegments.map(({ id, name }) => ({
    href: `/${slug}/creators?segment=${id}`,
    label: name,
    icon: <Users />,
    current: pathname === `/${slug}/creators` && id === segment,
  }));
  const inSegment = saved.some(({ current }) => current);
  const placesNow = places.map((place) => (inSegment ? { ...place, current: false } : place));
  const sections = [{ items: placesNow }, ...(saved.length > 0 ? [{ label: 'Saved', items: saved }] : [])];
  const footerItems = [{ href: `/${slug}/settings`, label: 'Settings', icon: <Settings /> }];
  const own = workspaces.find((workspace) => workspace.slug === slug) ?? { id: slug, name: slug };
  const switcher = (
    <div className="flex items-center gap-1">
      <div className="min-w-0 flex-1">
        <WorkspaceSwitcher
          current={own}
          workspaces={workspaces.map(({ id, name, slug: other }) => ({ id, name, href: `/${other}/creators` }))}
        />
      </div>
      <Bell />
    </div>
  );
  const account = <UserMenu user={user} onSignOut={() => void leave()} />;
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
        groups={commandGroups(slug, { places: [...places, ...settings], saved, permissions })}
        {...(permissions.includes('search.read') && { search })}
      />
      <KeyboardHelp />
    </AppFrame>
  );
}

/** What signs out is fetched when someone does. */
async function leave(): Promise<void> {
  const { signOut } = await import('next-auth/react');
  await signOut({ callbackUrl: '/sign-in' });
}

/** What the palette offers without a search: what can be begun, then where one can go. */
function commandGroups(
  slug: string,
  { places, saved, permissions }: { places: Place[]; saved: NavItem[]; permissions: Permission[] },
): CommandGroup[] {
  const doing = [
    {
      id: 'new-creator',
      label: 'Add a creator',
      icon: <UserPlus />,
      href: `/${slug}/creators?new=true`,
      needs: 'creator.create',
    },
    {
      id: 'new-task',
      label: 'New task',
      icon: <ListPlus />,
      href: `/${slug}/tasks?new=true`,
      needs: 'task.update',
    },
    {
      id: 'new-import',
      label: 'Import a list',
      icon: <Upload />,
      href: `/${slug}/imports/new`,
      needs: 'import.create',
    },
  ] as const;
  return [
    { heading: 'Do', items: doing.filter(({ needs }) => permissions.includes(needs)) },
    { heading: 'Go to', items: places.map((place) => ({ id: place.href, ...place })) },
    { heading: 'Saved', items: saved.map((item) => ({ id: item.href, ...item })) },
  ];
}

/** `g t` goes to the tasks, `g c` to the creators, `g i` to the imports. */
function useGoTo(places: Place[]): void {
  const router = useRouter();
  const go = (name: string) => {
    const place = places.find(({ label }) => label === name);
    if (place) router.push(place.href);
  };
  useShortcut('g m', 'Go to the inbox', { handler: () => go('Inbox') });
  useShortcut('g t', 'Go to tasks', { handler: () => go('Tasks') });
  useShortcut('g c', 'Go to creators', { handler: () => go('Creators') });
  useShortcut('g i', 'Go to imports', { handler: () => go('Imports') });
}
