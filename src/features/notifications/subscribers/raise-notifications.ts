import { addNotification } from '@/features/notifications/commands/add-notification';
import { findSurroundings } from '@/features/notifications/queries/find-people';
import { notificationSources } from '@/features/notifications/subscribers/notification-sources';
import { defineInternalSubscriber, type CommittedEvent } from '@/platform/events/define-subscriber';

/** Tells the people whom an event concerns, each in the way they chose. */
export const raiseNotifications = defineInternalSubscriber({
  name: 'notifications.raise-notifications',
  on: notificationSources.map(({ on }) => on),
  async run(tx, { event }) {
    const source = notificationSources.find(({ on }) => on.type === event.type);
    // An erasure emptied the payload: there is nothing left to tell.
    if (!source || (event as CommittedEvent).payload === null) return;
    const told = event as CommittedEvent<never> & { payload: never };
    const concerned = await source.recipients(tx, told);
    const isFailure = source.kind === 'failure';
    const membershipIds = isFailure ? concerned : concerned.filter((id) => id !== event.actorId);
    if (membershipIds.length === 0) return;
    await addNotification(tx, {
      event,
      kind: source.kind,
      about: source.about?.(told) ?? `event ${event.id}`,
      membershipIds,
      words: source.words(told.payload, await findSurroundings(tx, event)),
    });
  },
});
