/** By what the list can be sorted. */
export const creatorSorts = [
  'name',
  'followers',
  'engagementRate',
  'lastActivityAt',
  'lastContactedAt',
  'createdAt',
] as const;

export type CreatorSort = (typeof creatorSorts)[number];
