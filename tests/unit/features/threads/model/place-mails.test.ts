import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMails, type KnownThreads, type MetMail } from '@/features/threads/model/place-mails';

const nothing: KnownThreads = { byReference: new Map(), bySubject: new Map() };
const day = 24 * 60 * 60 * 1000;

function mail(changes: Partial<MetMail> = {}): MetMail {
  return {
    ...{ index: 0, direction: 'incoming', partner: 'zoe@x.example', owners: new Map(), isKnown: false, aboutId: null },
    ...{
      rfcMessageId: '<a@x>',
      bodyHash: '',
      references: [],
      from: { name: '', address: 'zoe@x.example' },
      replyTo: [],
    },
    ...{
      to: [],
      cc: [],
      deliveredTo: [],
      subject: 'Hello',
      normalizedSubject: 'hello',
      answers: false,
      html: '',
      text: '',
    },
    ...{ visibleText: '', kind: 'message', facts: null, about: null, raw: { hash: '', size: 0 }, files: [] },
    ...{ receivedAt: new Date('2026-11-01T00:00:00Z'), sentFolder: false },
    ...changes,
  };
}

function place(mails: readonly MetMail[], known = nothing): string[] {
  let made = 0;
  return placeMails(
    mails.map((one, index) => ({ ...one, index })),
    known,
    () => `thread ${(made += 1)}`,
  ).map(({ threadId }) => threadId);
}

/** A conversation as a tree: each message answers an earlier one and names all between it and the first. */
const conversation = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((answers) => {
  const paths: string[][] = [[]];
  answers.forEach((pick, index) => {
    const parent = pick % (index + 1);
    paths.push([...(paths[parent] ?? []), `<${parent}@x>`]);
  });
  return paths.map((references, id) =>
    mail({ rfcMessageId: `<${id}@x>`, references, normalizedSubject: `subject ${id}`, partner: `p${id}@x.example` }),
  );
});

describe('placing mails', () => {
  it('keeps a conversation together in whatever order it comes, and two apart', () => {
    fc.assert(
      fc.property(conversation, fc.infiniteStream(fc.nat()), (mails, order) => {
        const other = mails.map((one) => ({
          ...one,
          rfcMessageId: `<other-${one.rfcMessageId.slice(1)}`,
          references: one.references.map((id) => `<other-${id.slice(1)}`),
          normalizedSubject: `other ${one.normalizedSubject}`,
        }));
        const shuffled = [...mails, ...other]
          .map((one) => ({ one, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const threads = place(shuffled);
        const of = (isOther: boolean) =>
          new Set(threads.filter((_, index) => shuffled[index]?.rfcMessageId.startsWith('<other-') === isOther));
        expect(of(false).size).toBe(1);
        expect(of(true).size).toBe(1);
        expect(of(false)).not.toEqual(of(true));
      }),
      { numRuns: 500 },
    );
  });

  it('prefers the newest message referred to, then one that names it, then the subject', () => {
    const byReference = new Map([
      ['<old@x>', 'old'],
      ['<new@x>', 'new'],
      ['<waited@x>', 'waiting'],
    ]);
    const bySubject = new Map([[0, 'subject']]);
    expect(place([mail({ references: ['<old@x>', '<new@x>'] })], { byReference, bySubject })).toEqual(['new']);
    expect(place([mail({ rfcMessageId: '<waited@x>' })], { byReference, bySubject })).toEqual(['waiting']);
    expect(place([mail({ references: ['<nobody@x>'] })], { byReference, bySubject })).toEqual(['subject']);
    const about = { rfcMessageId: '<old@x>', deliveries: [] };
    expect(place([mail({ about, references: ['<new@x>'] })], { byReference, bySubject })).toEqual(['old']);
  });

  it('takes the same subject with the same person for one conversation for thirty days', () => {
    const at = (days: number, changes: Partial<MetMail> = {}) =>
      mail({ rfcMessageId: `<${days}@x>`, receivedAt: new Date(days * day), ...changes });
    expect(place([at(0), at(30), at(61)])).toEqual(['thread 1', 'thread 1', 'thread 2']);
    expect(new Set(place([at(0), at(1, { partner: 'max@y.example' })])).size).toBe(2);
    expect(new Set(place([at(0, { normalizedSubject: '' }), at(1, { normalizedSubject: '' })])).size).toBe(2);
  });
});
