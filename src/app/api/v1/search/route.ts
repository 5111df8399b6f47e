import { searchRoute } from '@/app/search';

export const GET = searchRoute.handler;
