import { describe, expect, it } from 'vitest';
import { parseMail } from '@/platform/mail/read/parse-mail';
import { splitQuoted } from '@/platform/mail/read/split-quoted';
import { tellKind } from '@/platform/mail/read/tell-kind';
import type { MailKind } from '@/platform/mail/read/mail-kind';
import { fixtureFiles, noMailFixtures, noMailFixturesNote, readFixture } from '../../../../support/mail-fixtures';

// Messages and what others say they mean. Only a part of each collection is here, so what is measured is the reading,
// not whether these files are known: the least that is asked for leaves room, and what fails is named.

interface Verdict {
  name: string;
  right: boolean;
}

function report(title: string, verdicts: Verdict[]): number {
  const wrong = verdicts.filter(({ right }) => !right).map(({ name }) => name);
  console.info(
    `${title}: ${verdicts.length - wrong.length} of ${verdicts.length}${wrong.length > 0 ? `, not: ${wrong.join(', ')}` : ''}`,
  );
  return (verdicts.length - wrong.length) / verdicts.length;
}

const text = (path: string) => readFixture(path).toString('utf8').replace(/\r\n/g, '\n');
const json = <T>(path: string) => JSON.parse(text(path)) as T;
const dense = (value: string) => value.replace(/\s+/g, '');
const split = (value: string) => splitQuoted({ text: value, html: null });

describe.skipIf(noMailFixtures)(`new text apart from quoted text (skipped when ${noMailFixturesNote})`, () => {
  const discourse = 'email/discourse_email_reply_trimmer';
  const names = (folder: string) =>
    fixtureFiles(`${discourse}/${folder}`, '.txt').map((path) => path.slice(path.lastIndexOf('/') + 1));

  it('shows what was newly written', () => {
    const verdicts = names('emails').map((name) => ({
      name,
      right: split(text(`${discourse}/emails/${name}`)).visible.trim() === text(`${discourse}/trimmed/${name}`).trim(),
    }));
    expect(report('discourse, visible text', verdicts)).toBeGreaterThanOrEqual(0.9);
  });

  it('finds the message that was passed on', () => {
    const verdicts = names('embedded').map((name) => {
      const { visible, embedded } = split(text(`${discourse}/emails/${name}`));
      const right =
        visible.trim() === text(`${discourse}/before/${name}`).trim() &&
        embedded === text(`${discourse}/embedded/${name}`).trim();
      return { name, right };
    });
    expect(report('discourse, passed on', verdicts)).toBeGreaterThanOrEqual(0.9);
  });

  it('shows what was newly written in mail of many programs', async () => {
    const [plain, html] = Object.values(json<Record<string, Record<string, string>>>('email/talon/expected.json'));
    const verdicts: Verdict[] = [];
    for (const [name, wanted] of Object.entries(plain ?? {})) {
      const { visible, signature } = splitQuoted(await parseMail(readFixture(`email/talon/${name}`)));
      // This collection leaves the signature in the text.
      verdicts.push({ name, right: [visible, visible + signature].map(dense).includes(dense(wanted)) });
    }
    for (const [name, wanted] of Object.entries(html ?? {})) {
      const { visible } = splitQuoted({ text: '', html: text(`email/talon/${name}`) });
      verdicts.push({ name, right: dense(visible) === dense(wanted) });
    }
    expect(report('talon, visible text', verdicts)).toBeGreaterThanOrEqual(0.9);
  });

  it('answers what the collection of reply parsers asks', () => {
    interface Wish {
      contains?: string | string[];
      not_contains?: string;
      max_seconds?: number;
      reply_starts_with?: string;
      quoted_starts_with?: string;
    }
    const meets = (value: string, wish: Wish) => {
      const start = performance.now();
      const { visible, quoted } = split(value);
      return [
        [wish.contains ?? []].flat().every((part) => visible.includes(part)),
        wish.not_contains === undefined || !visible.includes(wish.not_contains),
        performance.now() - start < (wish.max_seconds ?? 10) * 1000,
        visible.startsWith(wish.reply_starts_with ?? ''),
        quoted.startsWith(wish.quoted_starts_with ?? ''),
      ].every(Boolean);
    };
    const verdicts = Object.entries(json<Record<string, string | Wish>>('email/zapier_reply_parser/expected.json')).map(
      ([name, wanted]) => {
        const value = text(`email/zapier_reply_parser/${name}`);
        return {
          name,
          right: typeof wanted === 'string' ? split(value).visible.trim() === wanted.trim() : meets(value, wanted),
        };
      },
    );
    expect(report('zapier', verdicts)).toBeGreaterThanOrEqual(0.9);
  });
});

describe.skipIf(noMailFixtures)(`what kind a message is (skipped when ${noMailFixturesNote})`, () => {
  interface Expected {
    status: string;
    reply_code: string;
    reason: string;
    hard_bounce: boolean;
  }
  const kinds: Record<string, MailKind['kind']> = {
    feedback: 'complaint',
    vacation: 'auto_reply',
    delivered: 'delivery_report',
  };
  const read = async () => {
    const expected = json<Record<string, Expected[]>>('bounces/sisimai/expected.json');
    return Promise.all(
      Object.entries(expected).map(async ([name, wanted]) => {
        const mail = await parseMail(readFixture(`bounces/sisimai/eml/${name}`));
        return { name, wanted, kind: tellKind(mail), words: `${mail.text} ${mail.reports.deliveryStatus.join(' ')}` };
      }),
    );
  };
  const sorted = (values: (boolean | null)[]) => values.map(String).sort().join();

  it('tells reports, answers and complaints of some sixty systems', { timeout: 60_000 }, async () => {
    const all = await read();
    const kind = all.map((one) => ({
      name: one.name,
      right: one.kind.kind === (kinds[one.wanted[0]?.reason ?? ''] ?? 'bounce'),
    }));
    const bounces = all.flatMap((one) =>
      one.kind.kind === 'bounce' ? [{ ...one, recipients: one.kind.recipients }] : [],
    );
    const score = {
      kind: report('kind', kind),
      recipients: report('recipients', bounces.map(({ name, wanted, recipients }) => ({ name, right: recipients.length === wanted.length && recipients.every(({ address }) => /^[^\s@]+@[^\s@]+$/.test(address)) }))),
      hard: report('hard or soft', bounces.map(({ name, wanted, recipients }) => ({ name, right: sorted(recipients.map(({ hard }) => hard)) === sorted(wanted.map(({ hard_bounce }) => hard_bounce)) }))),
      status: report('status', bounces.map(({ name, wanted, recipients }) => ({ name, right: wanted.every(({ status }) => /^[45]\.0\.9\d\d$|^$/.test(status) || recipients.some((one) => one.status === status)) }))),
      replyCode: report('reply code', bounces.map(({ name, wanted, recipients }) => ({ name, right: wanted.every(({ reply_code }) => recipients.some((one) => (one.replyCode ?? '') === reply_code)) }))),
    }; // prettier-ignore
    expect(score.kind).toBeGreaterThanOrEqual(0.98);
    expect(score.recipients).toBeGreaterThanOrEqual(0.97);
    expect(score.hard).toBeGreaterThanOrEqual(0.93);
    expect(score.status).toBeGreaterThanOrEqual(0.95);
    expect(score.replyCode).toBeGreaterThanOrEqual(0.9);
  });

  it('takes no letter for a report', async () => {
    const machines =
      /report|bounce|delivery-status|arf|calendar|rfc3834|complaint|mimepart_without|eml\/(?:lhost|rfc3464|rhost)/;
    const letters = [...fixtureFiles('email', '.eml'), ...fixtureFiles('bounces', '.eml')].filter(
      (path) => /not-bounce/.test(path) || !machines.test(path),
    );
    const verdicts: Verdict[] = [];
    for (const name of letters) {
      const { kind } = tellKind(await parseMail(readFixture(name)));
      verdicts.push({ name, right: kind === 'human' || kind === 'list' });
    }
    expect(report('letters', verdicts)).toBe(1);
  });

  it('tells the answers and complaints of the other collections', async () => {
    const verdicts: Verdict[] = [];
    for (const name of [
      ...fixtureFiles('bounces/set_of_emails_newer', '.eml'),
      ...fixtureFiles('bounces/emailengine', '.eml'),
      ...fixtureFiles('email/mikel_mail/multipart_report_emails', '.eml'),
    ]) {
      const { kind } = tellKind(await parseMail(readFixture(name)));
      const wanted = /not-bounce/.test(name)
        ? 'human'
        : /rfc3834/.test(name)
          ? 'auto_reply'
          : /arf-|complaints/.test(name)
            ? 'complaint'
            : 'bounce';
      verdicts.push({ name, right: kind === wanted });
    }
    expect(report('others', verdicts)).toBe(1);
  });
});
