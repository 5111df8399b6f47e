import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNotice, encodeNotices, type LiveChange } from '@/platform/live/live-notice';

const workspaceId = '01900000-0000-7000-8000-000000000001';
const change: fc.Arbitrary<LiveChange> = fc.record({
  kind: fc.constantFrom('change' as const, 'presence' as const, 'notification' as const),
  type: fc.constantFrom('creator', 'message', 'emailAddress', 'customField'),
  id: fc.uuid({ version: 7 }),
  creatorId: fc.option(fc.uuid({ version: 7 })),
});
const keyOf = (one: LiveChange) => JSON.stringify([one.kind, one.type, one.id, one.creatorId]);

describe('notices of what changed', () => {
  it('arrive as they were sent, each named once, in payloads that NOTIFY takes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 250 }), (changes) => {
        const payloads = encodeNotices([{ workspaceId, changes: [...changes, ...changes] }]);
        expect(payloads.every((payload) => Buffer.byteLength(payload) < 8_000)).toBe(true);
        const arrived = payloads.flatMap((payload): LiveChange[] => {
          const notice = decodeNotice(payload);
          expect(notice?.workspaceId).toBe(workspaceId);
          return notice && notice.changes !== 'all' ? notice.changes : [];
        });
        expect(arrived.map(keyOf).sort()).toEqual([...new Set(changes.map(keyOf))].sort());
      }),
      { numRuns: 50 },
    );
  });

  it('say "all" where an import changed more than anyone can look at', () => {
    const changes = fc.sample(change, 2_000);
    const [payload, ...rest] = encodeNotices([{ workspaceId, changes }]);
    expect(rest).toEqual([]);
    expect(decodeNotice(payload ?? '')).toEqual({ workspaceId, changes: 'all' });
  });

  it('are ignored when they are none: anyone with a login may NOTIFY', () => {
    for (const payload of ['', 'x', '{}', '[]', '["w"]', '["w", 1]', '["w", [1]]', '["w", [[]]]', 'null'])
      expect([payload, decodeNotice(payload)]).toEqual([payload, null]);
  });
});
