import { findEvents } from '@/features/timeline/queries/find-events';
import { findTimeline } from '@/features/timeline/queries/find-timeline';
import { findEventsSchema, findTimelineSchema } from '@/features/timeline/schemas/timeline';
import { defineAction } from '@/platform/http/define-action';

export const findTimelineAction = defineAction({
  name: 'find-timeline',
  permission: 'creator.read',
  input: findTimelineSchema,
  run: findTimeline,
});

export const findEventsAction = defineAction({
  name: 'find-events',
  permission: 'audit.read',
  input: findEventsSchema,
  run: findEvents,
});

export const timelineReads = [findTimelineAction, findEventsAction];
