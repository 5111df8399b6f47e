/** What a notification's words are made of. */
export interface Surroundings {
  /** Who did it: a name, or `Rapport` for the worker and keys. */
  actor: string;
  /** The creator whose record it is on; null where there is none. */
  creator: string | null;
}

export interface Words {
  title: string;
  detail?: string;
  /** The title once several events tell the same. */
  together?: string;
}
