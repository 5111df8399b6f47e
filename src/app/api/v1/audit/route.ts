import { findEventsRoute } from '@/features/timeline/api';

export const GET = findEventsRoute.handler;
