import { describe, expect, it } from 'vitest';
import { mayHear } from '@/app/live/may-hear';
import { createContext } from '@/platform/auth/context';
import type { LiveChange } from '@/platform/live/live-notice';
import { encodeId, newId } from '@/shared/ids';
import { permissionsOf, type Role } from '@/shared/permissions';

const membershipId = newId();
const id = newId();
const creatorId = newId();

function person(role: Role, brandIds: 'all' | string[] = 'all') {
  return createContext({
    workspaceId: newId(),
    actor: { type: 'user', membershipId, userId: newId(), name: 'Ada' },
    role,
    permissions: permissionsOf(role),
    scope: { brandIds, campaignIds: 'all' },
    fields: { money: true, personal: true },
    now: new Date(),
    requestId: 'req_test',
  });
}

const change = (type: string, kind: LiveChange['kind'] = 'change') => ({ kind, type, id, creatorId });

describe('what a person hears of a change', () => {
  it('is its ids, as they are known outside', () => {
    expect(mayHear(person('viewer'), change('note'))).toEqual({
      kind: 'change',
      type: 'note',
      id: encodeId('note', id),
      creatorId: encodeId('creator', creatorId),
    });
  });

  it('reaches every noun that events are about', async () => {
    const files = await Promise.all(
      ['creators', 'imports', 'members', 'tasks', 'threads'].map(
        (slice) =>
          import(`../../../../src/features/${slice}/events.ts`) as Promise<Record<string, { subjectType: string }>>,
      ),
    );
    const nouns = new Set(files.flatMap((events) => Object.values(events).map(({ subjectType }) => subjectType)));
    expect(nouns.size).toBeGreaterThan(15);
    const unheard = [...nouns].filter((noun) => mayHear(person('admin'), change(noun)) === null);
    expect(unheard).toEqual([]);
  });

  it('is nothing of what they may not read, nor of nouns that are shown nowhere', () => {
    for (const type of ['apiKey', 'import', 'quote', 'effect', 'request', 'test', 'toString'])
      expect([type, mayHear(person('viewer'), change(type))]).toEqual([type, null]);
    expect(mayHear(person('admin'), change('apiKey'))).not.toBeNull();
  });

  it('is neither which thread nor whose, for who works on some brands only', () => {
    const narrow = person('manager', [newId()]);
    expect(mayHear(narrow, change('thread'))).toEqual({ kind: 'change', type: 'thread', id: null, creatorId: null });
    expect(mayHear(narrow, change('thread', 'presence'))).toBeNull();
    expect(mayHear(narrow, change('creator'))?.id).toBe(encodeId('creator', id));
  });

  it('is of notifications the own ones alone', () => {
    const toMe = { ...change('membership', 'notification'), id: membershipId };
    expect(mayHear(person('viewer'), toMe)?.id).toBe(encodeId('membership', membershipId));
    expect(mayHear(person('admin'), change('membership', 'notification'))).toBeNull();
  });
});
