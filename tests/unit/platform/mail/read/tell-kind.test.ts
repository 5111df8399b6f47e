import { describe, expect, it } from 'vitest';
import { parseMail } from '@/platform/mail/read/parse-mail';
import { tellKind } from '@/platform/mail/read/tell-kind';

const kindOf = async (...lines: string[]) => tellKind(await parseMail(Buffer.from(lines.join('\n'))));

describe('tellKind', () => {
  it('takes what says nothing else for a person', async () => {
    expect(await kindOf('From: zoe@creator.example', 'Subject: Re: Offer', '', 'Sounds great!')).toEqual({
      kind: 'human',
    });
  });

  it('reads an answer by a machine, and when the person is back', async () => {
    const head = ['From: zoe@creator.example', 'Date: Fri, 29 Apr 2005 23:34:45 +0900', 'Auto-Submitted: auto-replied'];
    expect(
      await kindOf(...head, 'Subject: Away until May 5', '', 'I am currently away returning to the office on May 5th.'),
    ).toEqual({
      kind: 'auto_reply',
      outOfOffice: true,
      returnOn: '2005-05-05',
    });
    expect(await kindOf(...head, 'Subject: Re: Ticket', '', 'We have received your message.')).toEqual({
      kind: 'auto_reply',
      outOfOffice: false,
      returnOn: null,
    });
  });
});
