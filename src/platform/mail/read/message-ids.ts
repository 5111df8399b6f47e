/** Longer lists are cut in the middle: the root and the newest ancestors are what threading needs. */
const mostIds = 200;

/** RFC 5322 lines end at 998 characters. */
const mostChars = 998;

/**
 * Message ids of a header (References, In-Reply-To, Message-ID), in order, without repetitions, with angle brackets.
 * Words around them (`message of Monday <id>`) are passed over; where nothing stands in brackets, what looks like a
 * bare id counts.
 */
export function readMessageIds(values: readonly string[] = []): string[] {
  const text = values.join(' ').slice(0, mostIds * mostChars);
  const inBrackets = [...text.matchAll(/<([^<>]*)>/g)].map(([, id = '']) => id.replace(/\s+/g, ''));
  const ids = inBrackets.length > 0 ? inBrackets : text.split(/[\s,;]+/).map((word) => word.replace(/^<|>$/g, ''));
  const valid = [...new Set(ids)].filter((id) => id.length < mostChars && /^[^@]+@[^@]+$/.test(normalize(id)));
  const kept = valid.length > mostIds ? [valid[0] ?? '', ...valid.slice(1 - mostIds)] : valid;
  return [...new Set(kept.map((id) => `<${normalize(id)}>`))];
}

/** A quoted local part whose quotes are not needed is the same id without them (RFC 5322 3.6.4, obs-id-left). */
function normalize(id: string): string {
  return id.replace(/^"([\w!#$%&'*+/=?^`{|}~.-]+)"@/, '$1@');
}
