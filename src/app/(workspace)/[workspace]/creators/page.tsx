import type { Metadata } from 'next';
import type { ListQuery } from '@/features/creators/components/list/use-list-query';
import { findCreators } from '@/features/creators/queries/find-creators';
import { getCreatorVocabulary } from '@/features/creators/queries/get-creator-vocabulary';
import { creatorSortSchema } from '@/features/creators/schemas/find-creators';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { isAppError } from '@/shared/errors';
import { decodeId } from '@/shared/ids';
import { pack } from '@/shared/packed';
import { readSegments } from '@/app/read-segments';
import { CreatorsScreen } from './creators-screen';
import { readListQuery, type SearchParams } from './read-list-query';

export const metadata: Metadata = { title: 'Creators' };

interface CreatorsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

/** How many rows the first drawing holds; the rest follows as one scrolls. */
const firstRows = 30;

export default async function CreatorsPage({ params, searchParams }: CreatorsPageProps) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace, 'creator.read');
  const { query, problem } = readListQuery(await searchParams);
  const read = await readList(ctx, query).catch((error: unknown) => {
    if (isAppError(error)) return readList(ctx, everyone, error.message);
    throw error;
  });
  const segments = await readSegments(workspace);
  return <CreatorsScreen list={pack({ ...read, segments, problem: problem ?? read.problem })} />;
}

const everyone: ListQuery = { q: null, filter: null, segment: null, sort: null };

/** @throws AppError for a segment that is gone and a filter that this person may not ask */
async function readList(ctx: Context, query: ListQuery, problem: string | null = null) {
  const { q, filter, segment } = query;
  const sort = creatorSortSchema.optional().parse(query.sort ?? undefined);
  return inWorkspace(ctx, async (tx) => ({
    query,
    problem,
    firstPage: await findCreators(tx, {
      ...(q !== null && { q }),
      ...(filter !== null && { filter }),
      ...(segment !== null && filter === null && { segmentId: decodeId('segment', segment) }),
      ...sort,
      limit: firstRows,
    }),
    vocabulary: await getCreatorVocabulary(tx),
  }));
}
