'use client';

import { usePathname } from 'next/navigation';
import { settingsOf } from '@/app/places';
import type { Permission } from '@/shared/permissions';
import { TabNav } from '@/ui/tab-nav';

/** The settings a person may open, as tabs that are links. */
export function SettingsNav({ slug, permissions }: { slug: string; permissions: Permission[] }) {
  const pathname = usePathname();
  const items = settingsOf(slug)
    .filter((place) => permissions.includes(place.permission))
    .map(({ href, label }) => ({ href, label, current: pathname.startsWith(href) }));
  return <TabNav label="Settings" items={items} />;
}
