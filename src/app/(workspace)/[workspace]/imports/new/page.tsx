import { redirect } from 'next/navigation';

/** Where other screens send people who want to import: the page that takes files. */
export default async function NewImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  redirect(`/${(await params).workspace}/imports`);
}
