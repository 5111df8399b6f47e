import { Building2, Contact, CircleCheck, FileText, ListFilter, Mail, Paperclip, StickyNote } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { SearchAnswer, SearchHit, SearchKind } from '@/features/search/schemas/search';
import { Avatar } from '@/ui/avatar';
import { callRead } from '@/ui/call-read';
import type { CommandGroup } from '@/ui/command/command-item';

interface KindLook {
  heading: string;
  icon: (hit: SearchHit) => ReactNode;
  /** Below the workspace. */
  href: (hit: SearchHit) => string;
}

const looks: Record<SearchKind, KindLook> = {
  creator: {
    heading: 'Creators',
    icon: ({ id, title }) => <Avatar id={id} name={title} size="xs" />,
    href: ({ id }) => `creators/${id}`,
  },
  contact: { heading: 'Contacts', icon: () => <Contact />, href: ({ id }) => `contacts?contact=${id}` },
  agency: { heading: 'Agencies', icon: () => <Building2 />, href: ({ id }) => `contacts?tab=agencies&agency=${id}` },
  message: {
    heading: 'Messages',
    icon: () => <Mail />,
    href: ({ id }) => `inbox?message=${id}`,
  },
  file: {
    heading: 'Files',
    icon: () => <Paperclip />,
    href: ({ message }) => `inbox?message=${message?.messageId ?? ''}`,
  },
  note: {
    heading: 'Notes',
    icon: () => <StickyNote />,
    href: ({ creator }) => `creators/${creator?.id ?? ''}?tab=notes`,
  },
  task: { heading: 'Tasks', icon: () => <CircleCheck />, href: ({ id }) => `tasks?task=${id}` },
  segment: { heading: 'Segments', icon: () => <ListFilter />, href: ({ id }) => `creators?segment=${id}` },
  import: { heading: 'Imports', icon: () => <FileText />, href: ({ id }) => `imports/${id}` },
};

const kinds = Object.keys(looks) as SearchKind[];

/** Everything there is for the palette, kind by kind: people first. */
export function useSearch(slug: string): (query: string) => Promise<readonly CommandGroup[]> {
  return useCallback(
    async (query) => {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const asked = { q: query, zone, limit: 6 };
      const { data } = await callRead<SearchAnswer>({ workspace: slug, name: 'search' }, asked);
      return kinds
        .map((kind) => ({
          heading: looks[kind].heading,
          items: data.filter((hit) => hit.kind === kind).map((hit) => toItem(slug, hit)),
        }))
        .filter(({ items }) => items.length > 0);
    },
    [slug],
  );
}

function toItem(slug: string, hit: SearchHit) {
  const { icon, href } = looks[hit.kind];
  const hint = hit.creator?.displayName ?? hit.detail;
  return {
    id: hit.id,
    label: hit.title,
    href: `/${slug}/${href(hit)}`,
    icon: icon(hit),
    ...(hint && { hint }),
  };
}
