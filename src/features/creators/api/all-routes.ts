import { addressRoutes } from '@/features/creators/api/address-routes';
import { agencyRoutes } from '@/features/creators/api/agency-routes';
import { contactRoutes } from '@/features/creators/api/contact-routes';
import {
  archiveCreatorRoute,
  createCreatorRoute,
  getCreatorRoute,
  restoreCreatorRoute,
  updateCreatorRoute,
  updatePreferencesRoute,
} from '@/features/creators/api/creator-routes';
import { handleRoutes } from '@/features/creators/api/handle-routes';
import { mergeRoutes } from '@/features/creators/api/merge-routes';
import {
  archiveNoteRoute,
  createNoteRoute,
  findNotesRoute,
  findNoteVersionsRoute,
  updateNoteRoute,
} from '@/features/creators/api/note-routes';
import { archiveQuoteRoute, createQuoteRoute, findQuotesRoute } from '@/features/creators/api/quote-routes';
import { vocabularyRoutes } from '@/features/creators/api/vocabulary-routes';
import type { RouteDefinition } from '@/platform/http/define-route';

/** Routes of the write side and of the record. */
export const creatorRoutes: RouteDefinition[] = [
  createCreatorRoute,
  getCreatorRoute,
  updateCreatorRoute,
  archiveCreatorRoute,
  restoreCreatorRoute,
  updatePreferencesRoute,
  findNotesRoute,
  createNoteRoute,
  updateNoteRoute,
  archiveNoteRoute,
  findNoteVersionsRoute,
  findQuotesRoute,
  createQuoteRoute,
  archiveQuoteRoute,
  ...handleRoutes,
  ...addressRoutes,
  ...mergeRoutes,
  ...contactRoutes,
  ...agencyRoutes,
  ...vocabularyRoutes,
];
