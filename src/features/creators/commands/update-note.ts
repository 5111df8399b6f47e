import { editNote } from '@/features/creators/commands/edit-note';
import { pinNote } from '@/features/creators/commands/pin-note';
import type { UpdateNoteInput } from '@/features/creators/schemas/note';
import type { Tx } from '@/platform/db/in-workspace';

/** Edits and pins in one request, each by its own command. @throws what those throw */
export async function updateNote(tx: Tx, { id, html, pinned, version }: UpdateNoteInput): Promise<void> {
  if (html !== undefined) await editNote(tx, { id, html, version });
  if (pinned !== undefined) await pinNote(tx, { id, pinned });
}
