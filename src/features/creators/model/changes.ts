/** Before and after of each field that changed: what the timeline and the audit show. */
export type Changes = Record<string, { from: unknown; to: unknown }>;
