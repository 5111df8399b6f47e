import {
  Bell,
  CircleAlert,
  CircleCheck,
  Contact,
  Inbox,
  KeyRound,
  ListPlus,
  Mail,
  ScrollText,
  Upload,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Permission } from '@/shared/permissions';

export interface Place {
  href: string;
  label: string;
  icon: ReactNode;
  /** Who sees it in the navigation; the page itself asks again. */
  permission: Permission;
  /** How much of it waits for this person. */
  count?: number;
}

/** The screens there are, for the navigation and the command palette; `waiting` says how much waits where. */
export function placesOf(slug: string, waiting: { tasks?: number | undefined }): Place[] {
  return [
    { href: `/${slug}/inbox`, label: 'Inbox', icon: <Inbox />, permission: 'message.read' },
    {
      href: `/${slug}/tasks`,
      label: 'Tasks',
      icon: <CircleCheck />,
      permission: 'task.read',
      count: waiting.tasks ?? 0,
    },
    { href: `/${slug}/creators`, label: 'Creators', icon: <Users />, permission: 'creator.read' },
    { href: `/${slug}/contacts`, label: 'Contacts', icon: <Contact />, permission: 'contact.read' },
    { href: `/${slug}/imports`, label: 'Imports', icon: <Upload />, permission: 'import.read' },
  ];
}

export function settingsOf(slug: string): Place[] {
  return [
    {
      href: `/${slug}/settings/notifications`,
      label: 'Notifications',
      icon: <Bell />,
      permission: 'workspace.read',
    },
    { href: `/${slug}/settings/mailboxes`, label: 'Brands and mailboxes', icon: <Mail />, permission: 'mailbox.read' },
    {
      href: `/${slug}/settings/custom-fields`,
      label: 'Custom fields',
      icon: <ListPlus />,
      permission: 'custom_field.update',
    },
    { href: `/${slug}/settings/api-keys`, label: 'API keys', icon: <KeyRound />, permission: 'api_key.read' },
    {
      href: `/${slug}/settings/unfinished`,
      label: 'Unfinished work',
      icon: <CircleAlert />,
      permission: 'effect.read',
    },
    { href: `/${slug}/settings/audit`, label: 'Audit log', icon: <ScrollText />, permission: 'audit.read' },
  ];
}
