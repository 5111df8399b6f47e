import { archiveSegment } from '@/features/creators/commands/archive-segment';
import { createSegment } from '@/features/creators/commands/create-segment';
import { updateSegment } from '@/features/creators/commands/update-segment';
import { findSegments } from '@/features/creators/queries/find-segments';
import { chooseSegmentSchema, createSegmentSchema, updateSegmentSchema } from '@/features/creators/schemas/segment';
import { defineAction } from '@/platform/http/define-action';
import { z } from 'zod';

export const createSegmentAction = defineAction({
  name: 'create-segment',
  permission: 'segment.update',
  input: createSegmentSchema,
  run: createSegment,
});

export const updateSegmentAction = defineAction({
  name: 'update-segment',
  permission: 'segment.update',
  input: updateSegmentSchema,
  run: updateSegment,
});

export const archiveSegmentAction = defineAction({
  name: 'archive-segment',
  permission: 'segment.update',
  input: chooseSegmentSchema,
  run: archiveSegment,
});

export const restoreSegmentAction = defineAction({
  name: 'restore-segment',
  permission: 'segment.update',
  input: chooseSegmentSchema,
  run: (tx, { id }) => archiveSegment(tx, { id, restore: true }),
});

export const findSegmentsAction = defineAction({
  name: 'find-segments',
  permission: 'segment.read',
  input: z.strictObject({}),
  run: findSegments,
});

export const segmentActions = [
  createSegmentAction,
  updateSegmentAction,
  archiveSegmentAction,
  restoreSegmentAction,
  findSegmentsAction,
];
