import type { CreatorPage } from '@/features/creators/schemas/creator-list';
import { callRead } from '@/ui/call-read';

export interface FoundCreator {
  id: string;
  name: string;
  handle: string | null;
}

/** The creators that fit a few typed letters best: names, handles, mails, notes; typos are forgiven. */
export async function searchCreators(workspace: string, words: string): Promise<FoundCreator[]> {
  const page = await callRead<CreatorPage>({ workspace, name: 'find-creators' }, { q: words, limit: 8 });
  return page.data.map(({ id, displayName, primaryHandle }) => ({ id, name: displayName, handle: primaryHandle }));
}
