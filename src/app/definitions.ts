import { effectActions } from '@/app/effects/action-definitions';
import { beatPresenceAction } from '@/app/live/beat-presence';
import { searchAction, searchRoute } from '@/app/search';
import { taskActions, taskRoutes } from '@/app/tasks/definitions';
import { creatorActions } from '@/features/creators/action-definitions';
import { creatorRoutes } from '@/features/creators/api/all-routes';
import { creatorListRoutes } from '@/features/creators/api/creator-list';
import { exportRoutes } from '@/features/creators/api/export-routes';
import { segmentRoutes } from '@/features/creators/api/segment-routes';
import { exportActions } from '@/features/creators/export-action-definitions';
import { creatorReads } from '@/features/creators/read-definitions';
import { importActions } from '@/features/imports/action-definitions';
import { importRoutes } from '@/features/imports/api/import-routes';
import { segmentActions } from '@/features/creators/segment-action-definitions';
import { memberActions, memberPublicActions } from '@/features/members/action-definitions';
import { brandRoutes } from '@/features/members/api/brand-routes';
import { notificationActions } from '@/features/notifications/action-definitions';
import { notificationRoutes } from '@/features/notifications/api/notification-routes';
import { threadActions } from '@/features/threads/action-definitions';
import { threadRoutes } from '@/features/threads/api/all-routes';
import { mailboxActions } from '@/features/threads/mailbox-action-definitions';
import { threadReads } from '@/features/threads/read-definitions';
import { timelineRoutes } from '@/features/timeline/api';
import { timelineReads } from '@/features/timeline/read-definitions';
import type { ActionDefinition } from '@/platform/http/define-action';
import type { PublicActionDefinition } from '@/platform/http/define-public-action';
import type { RouteDefinition } from '@/platform/http/define-route';

/**
 * Every route and every action there is, in one static list: a registry that fills itself is not whole in Next's
 * separate module graphs. tests/architecture proves that none is missing.
 */
export const allRoutes: RouteDefinition[] = [
  ...brandRoutes,
  ...creatorRoutes,
  ...creatorListRoutes,
  ...segmentRoutes,
  ...exportRoutes,
  ...timelineRoutes,
  ...threadRoutes,
  ...importRoutes,
  ...taskRoutes,
  ...notificationRoutes,
  searchRoute,
];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- actions differ in their input; the list only walks them
export const allActions: ActionDefinition<any, unknown, any>[] = [
  ...memberActions,
  ...creatorActions,
  ...creatorReads,
  ...segmentActions,
  ...exportActions,
  ...timelineReads,
  ...threadActions,
  ...mailboxActions,
  ...threadReads,
  ...importActions,
  ...taskActions,
  searchAction,
  ...effectActions,
  beatPresenceAction,
  ...notificationActions,
];
/** Those that only read: screens ask for them by GET, side by side. */
export const allReads = allActions.filter(({ name }) => /^(get|find|count|search|preview)(-|$)/.test(name));

/** What someone may do who is not signed in. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- they differ in their input, as above
export const allPublicActions: PublicActionDefinition<any>[] = [...memberPublicActions];
