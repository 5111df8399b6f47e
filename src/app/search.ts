import { agencySearch, contactSearch } from '@/features/creators/queries/search-contacts';
import { creatorSearch } from '@/features/creators/queries/search-creators';
import { noteSearch } from '@/features/creators/queries/search-notes';
import { segmentSearch } from '@/features/creators/queries/search-segments';
import { importSearch } from '@/features/imports/queries/search-imports';
import { defineSearch } from '@/features/search/define-search';
import { searchTasks } from '@/features/tasks/queries/search-tasks';
import { fileSearch, messageSearch } from '@/features/threads/queries/search-messages';

/** The one box over everything there is today, in the order in which people look for it. */
export const { route: searchRoute, action: searchAction } = defineSearch([
  creatorSearch,
  contactSearch,
  agencySearch,
  messageSearch,
  fileSearch,
  noteSearch,
  { kind: 'task', permission: 'task.read', find: searchTasks },
  segmentSearch,
  importSearch,
]);
