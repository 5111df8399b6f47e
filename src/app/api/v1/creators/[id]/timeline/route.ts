import { findTimelineRoute } from '@/features/timeline/api';

export const GET = findTimelineRoute.handler;
