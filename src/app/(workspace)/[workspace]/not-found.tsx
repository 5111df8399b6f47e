import NotFound from '@/app/not-found';

/** What is missing inside a workspace is said beside its navigation. */
export default function WorkspaceNotFound() {
  return <NotFound />;
}
