/** What a custom field made of a column may hold. */
export const CUSTOM_TYPES = ['text', 'number', 'date', 'boolean', 'url', 'select'] as const;
export type CustomType = (typeof CUSTOM_TYPES)[number];
