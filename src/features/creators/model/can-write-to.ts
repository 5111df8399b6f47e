/** Why nobody may write to a creator now. */
export type WriteObstacle = 'do_not_contact' | 'minor_without_guardian' | 'archived' | 'no_address';

export interface WritableFacts {
  doNotContact: boolean;
  isMinor: boolean;
  hasGuardian: boolean;
  archived: boolean;
  /** An address of the creator's own, or of a contact who answers instead. */
  hasAddress: boolean;
}

/** Whether a creator may be written to, on any channel; every reason that stands against it, the gravest first. */
export function canWriteTo(creator: WritableFacts): { allowed: boolean; obstacles: WriteObstacle[] } {
  const obstacles: WriteObstacle[] = [];
  if (creator.doNotContact) obstacles.push('do_not_contact');
  if (creator.isMinor && !creator.hasGuardian) obstacles.push('minor_without_guardian');
  if (creator.archived) obstacles.push('archived');
  if (!creator.hasAddress) obstacles.push('no_address');
  return { allowed: obstacles.length === 0, obstacles };
}
