import { writeStoredText } from './use-stored-text';

/** Call when what was typed has reached the server. */
export function forgetDraft(draftKey: string): void {
  writeStoredText(draftStorageKey(draftKey), null);
}

export function draftStorageKey(draftKey: string): string {
  return `rapport.draft.${draftKey}`;
}
