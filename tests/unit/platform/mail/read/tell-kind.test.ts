import { describe, expect, it } from 'vitest';
import { parseMail } from '@/platform/mail/read/parse-mail';
import { tellKind } from '@/platform/mail/read/tell-kind';

const kindOf = async (head: string[], ...body: string[]) =>
  tellKind(await parseMail(Buffer.from([...head, '', ...body].join('\n'))));
const person = ['From: zoe@creator.example', 'To: team@brand.example', 'Date: Wed, 4 Mar 2026 10:00:00 +0100'];
const utf8 = 'Content-Type: text/plain; charset=utf-8';

/** Subjects mail programs give, a sentence people write, and when they are back. The messages are of 4 March 2026. */
const absences: [subject: string, text: string, returnOn: string | null][] = [
  ['Automatic reply: Offer', 'I am out of the office until March 12 and will reply when I return.', '2026-03-12'],
  [
    'Out of Office: Offer',
    'I am on annual leave from 2 March to 13 March 2026, returning on Monday 16 March.',
    '2026-03-16',
  ],
  ['Out of the office: Offer', 'Away on vacation through 3/13/2026.', '2026-03-14'],
  ['Automatic reply: Offer', 'I am away and will be back on Monday.', '2026-03-09'],
  ['Automatische Antwort: Angebot', 'Ich bin bis einschließlich 13.03.2026 im Urlaub.', '2026-03-14'],
  [
    'Abwesenheitsnotiz',
    'Ich bin vom 2. bis 13. März nicht im Büro und ab dem 16. März wieder für Sie da.',
    '2026-03-16',
  ],
  ['Réponse automatique : Offre', 'Je suis en congés jusqu’au 13 mars inclus.', '2026-03-14'],
  ['Réponse automatique : Offre', 'Je suis absente du bureau et serai de retour le 16 mars 2026.', '2026-03-16'],
  ['Respuesta automática: Oferta', 'Estoy de vacaciones hasta el 13 de marzo. Vuelvo el 16 de marzo.', '2026-03-16'],
  ['Resposta automática: Proposta', 'Estou de férias e regresso a 16 de março de 2026.', '2026-03-16'],
  ['Risposta automatica: Offerta', 'Sono in ferie fino al 13 marzo, rientro il 16/03/2026.', '2026-03-16'],
  [
    'Automatisch antwoord: Aanbod',
    'Ik ben met vakantie en ben op 16 maart weer aanwezig. Terug op 16 maart 2026.',
    '2026-03-16',
  ],
  ['Autosvar: Erbjudande', 'Jag är på semester till och med 13 mars.', '2026-03-14'],
  ['Automatisk svar: Tilbud', 'Jeg er på ferie og er tilbage den 16. marts.', '2026-03-16'],
  ['Automatisk svar: Tilbud', 'Jeg har fri og er ikke på kontoret. Tilbake 16. mars.', '2026-03-16'],
  ['Automaattinen vastaus: Tarjous', 'Olen lomalla 13.3.2026 asti.', '2026-03-13'],
  ['Odpowiedź automatyczna: Oferta', 'Jestem na urlopie. Wracam 16 marca 2026.', '2026-03-16'],
  ['Automatická odpověď: Nabídka', 'Jsem na dovolené, zpět budu 16. března.', '2026-03-16'],
  ['Automatikus válasz: Ajánlat', 'Szabadságon vagyok, 2026.03.16-ig nem vagyok elérhető.', '2026-03-16'],
  [
    'Otomatik yanıt: Teklif',
    '16 Mart tarihine kadar izinde olacağım, 16 Mart 2026 itibarıyla ofisteyim.',
    '2026-03-16',
  ],
  ['Автоматический ответ: Предложение', 'Я в отпуске до 13 марта, вернусь 16 марта.', '2026-03-16'],
  ['Автоматична відповідь: Пропозиція', 'Я у відпустці, повернусь 16 березня.', '2026-03-16'],
  ['自動応答: ご提案', '3月13日まで休暇をいただいております。3月16日から出社いたします。', '2026-03-16'],
  ['自动答复: 报价', '我正在休假，3月16日返回办公室。', '2026-03-16'],
  ['자동 회신: 제안', '3월 13일까지 휴가입니다. 3월 16일에 복귀합니다.', '2026-03-16'],
  ['Αυτόματη απάντηση: Προσφορά', 'Είμαι σε άδεια, επιστρέφω στις 16 Μαρτίου.', '2026-03-16'],
  ['Automatic reply: Offer', 'I left on maternity leave. Please write to my colleague.', null],
  ['Automatic reply: Offer', 'I am out of office until 5 January 2026.', null],
  ['Automatic reply: Offer', 'Out of office. Call 030/12 34 56 or see us on 24 December.', null],
];

describe('tellKind', () => {
  it('takes for a person what says nothing else', async () => {
    const letters = [
      ['Re: Offer', 'Sounds great!'],
      ['Re: Automatic reply: Offer', 'I am back now, let us talk.'],
      ['Out of office next week, can we talk before?', 'I would like to talk about the offer.'],
      ['Delivery of the products', 'The parcel could not be delivered, the address was wrong.'],
      ['Undeliverable parcel', 'DHL says it is undeliverable.'],
      [
        'Question',
        'How do people unsubscribe from your newsletter? My followers ask me that all the time, and I never know.',
      ],
      ['Stop motion reel', 'Here is the draft.'],
      ['Fwd: Undelivered Mail Returned to Sender', 'What does this mean?'],
      ['I am on vacation until May', 'But I can still do the story.'],
      ['Absence next week', 'I will be absent next week, the draft comes on Monday.'],
      ['Colaboración', 'Me encanta trabajar con vosotros, baja un poco el precio.'],
      ['Call', 'Devo cancellare la call di domani.'],
      ['Привет', 'Отпишусь позже!'],
      ['Re: Dates', 'Please remove me from the call on Friday.'],
      ['Re: Address', 'Stop sending the products to my old address.'],
      ['Re: Hours', "Don't contact me on weekends, thanks!"],
      ['Re: Fee', 'Stop.motion is my style. Would that do?'],
      ['Re: Newsletter', 'Where can I unsubscribe?'],
    ];
    for (const [subject, text = ''] of letters)
      expect(await kindOf([...person, `Subject: ${subject}`], text), subject).toEqual({ kind: 'human' });
    expect(
      await kindOf([...person, 'Auto-Submitted: no', 'X-Auto-Response-Suppress: All', 'Subject: Hi'], 'Hello'),
    ).toEqual({ kind: 'human' });
  });

  it.each(absences)('reads the absence of "%s": %s', async (subject, text, returnOn) => {
    expect(await kindOf([...person, utf8, 'Auto-Submitted: auto-replied', `Subject: ${subject}`], text)).toEqual({
      kind: 'auto_reply',
      outOfOffice: true,
      returnOn,
    });
    expect(await kindOf([...person, utf8, `Subject: ${subject}`], text)).toMatchObject({ kind: 'auto_reply' });
  });

  it('reads no date out of the message it answers', async () => {
    const text = [
      'I am out of office.',
      '',
      'On 2 Mar 2026, at 09:00, Team wrote:',
      '> Please be back on 20 March 2026.',
    ];
    expect(await kindOf([...person, 'Auto-Submitted: auto-replied', 'Subject: Out of office'], ...text)).toMatchObject({
      returnOn: null,
    });
  });

  it('tells a receipt from an absence', async () => {
    for (const header of [
      'Auto-Submitted: auto-replied',
      'X-Autoreply: yes',
      'X-Autorespond: 1',
      'Precedence: auto_reply',
      'X-Autogenerated: Reply',
    ]) {
      expect(
        await kindOf(
          [...person, header, 'Subject: Re: Offer'],
          'Our executive team has received your giveaway for us.',
        ),
      ).toEqual({
        kind: 'auto_reply',
        outOfOffice: false,
        returnOn: null,
      });
    }
  });

  it.each([
    'unsubscribe', 'Please unsubscribe me.', 'STOP EMAILING ME', 'Remove me from your list please', 'Please remove me', 'Take me off your mailing list', 'stop', 'Please stop sending me emails.', "Don't contact me again!", 'Bitte abmelden', 'Bitte aus dem Verteiler nehmen', 'Me désinscrire svp', 'Je veux ne plus recevoir vos mails', 'Darme de baja por favor', 'BAJA', 'Quero me descadastrar', 'Cancellami', 'Graag uitschrijven', 'Avregistrera mig', 'Proszę o wypisanie', 'Отпишите меня', '配信停止をお願いします', '退订', '수신거부',
  ])('hears the wish to be written to no more in "%s"', async (text) => {
    const quote = ['', 'On 2 Mar 2026, at 09:00, Team <team@brand.example> wrote:', '> Hello, we would love to work with you. Fee 500 EUR.'];
    expect(await kindOf([...person, utf8, 'Subject: Re: Offer'], text, ...quote)).toEqual({ kind: 'unsubscribe' });
    expect(await kindOf([...person, utf8, `Subject: ${text}`], '')).toEqual({ kind: 'unsubscribe' });
  }); // prettier-ignore

  it('tells a calendar answer, and an invitation', async () => {
    const calendar = (method: string, status: string) => [
      'BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:e1@brand.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:other@x.example', `ATTENDEE;CN=Zoë;PARTSTAT=${status};`, ' ROLE=REQ-PARTICIPANT:mailto:zoe@creator.example', 'END:VEVENT', 'END:VCALENDAR',
    ]; // prettier-ignore
    const head = [...person, 'Subject: Accepted: Call', 'Content-Type: text/calendar; method=REPLY'];
    expect(await kindOf(head, ...calendar('REPLY', 'DECLINED'))).toEqual({
      kind: 'calendar',
      method: 'reply',
      response: 'declined',
      uid: 'e1@brand.example',
    });
    expect(await kindOf(head, ...calendar('REQUEST', 'NEEDS-ACTION'))).toEqual({
      kind: 'calendar',
      method: 'request',
      response: null,
      uid: 'e1@brand.example',
    });
    expect(
      await kindOf([...person, 'Subject: Dates', 'Content-Type: text/calendar'], 'BEGIN:VCALENDAR', 'END:VCALENDAR'),
    ).toEqual({ kind: 'human' });
  });

  it('tells mail to many from mail to us', async () => {
    for (const header of [
      'List-Id: <news.shop.example>',
      'List-Unsubscribe: <mailto:u@shop.example>',
      'Precedence: bulk',
      'Auto-Submitted: auto-generated',
    ]) {
      expect(await kindOf([...person, header, 'Subject: Our news'], 'unsubscribe below')).toEqual({ kind: 'list' });
    }
  });

  it('reads a delivery report, recipient by recipient', async () => {
    const head = [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ];
    const report = [
      '--b', 'Content-Type: text/plain', '', 'I am sorry.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '',
      'Original-Recipient: rfc822;zoe@creator.example', 'Final-Recipient: rfc822; zoe@mail.creator.example', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1', '  User unknown', '',
      'Final-Recipient: rfc822; full@creator.example', 'Action: delayed', 'Status: 4.2.2', 'Diagnostic-Code: smtp; 452 4.2.2 Mailbox full', '',
      '--b', 'Content-Type: message/rfc822', '', 'Message-ID: <m1@brand.example>', 'From: Team <team@brand.example>', 'To: zoe@creator.example, full@creator.example', 'Subject: Offer', '', 'Hello', '--b--',
    ]; // prettier-ignore
    expect(await kindOf(head, ...report)).toEqual({
      kind: 'bounce',
      recipients: [
        { address: 'zoe@mail.creator.example', originalAddress: 'zoe@creator.example', action: 'failed', hard: true, status: '5.1.1', replyCode: '550', diagnostic: '550 5.1.1 User unknown', reason: 'unknown_address' },
        { address: 'full@creator.example', originalAddress: null, action: 'delayed', hard: false, status: '4.2.2', replyCode: '452', diagnostic: '452 4.2.2 Mailbox full', reason: 'mailbox_full' },
      ],
      original: { messageId: '<m1@brand.example>', subject: 'Offer', from: 'team@brand.example', to: ['zoe@creator.example', 'full@creator.example'] },
    }); // prettier-ignore
    const delivered = report.map((line) =>
      line.replace(/Action: .*/, 'Action: delivered').replace(/Status: .*/, 'Status: 2.0.0'),
    );
    expect(await kindOf(head, ...delivered)).toMatchObject({
      kind: 'delivery_report',
      recipients: [{ hard: null, reason: null }, { hard: null }],
    });
  });

  it('takes a receipt of reading for no failure', async () => {
    const head = [
      ...person,
      'Subject: Read: Offer',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
    ];
    const body = ['--b', '', 'Your message was read.', '--b', 'Content-Type: message/disposition-notification', '', 'Final-Recipient: rfc822; zoe@creator.example', 'Disposition: manual-action/MDN-sent-manually; displayed', '--b--']; // prettier-ignore
    expect(await kindOf(head, ...body)).toEqual({ kind: 'auto_reply', outOfOffice: false, returnOn: null });
  });

  it('reads a complaint', async () => {
    const head = [
      'From: fbl@isp.example',
      'Subject: FW: Offer',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
    ];
    const body = ['--b', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse', 'Original-Rcpt-To: <zoe@creator.example>', '', '--b', 'Content-Type: message/rfc822', '', 'Message-ID: <m1@brand.example>', 'From: team@brand.example', 'Subject: Offer', '', 'x', '--b--']; // prettier-ignore
    expect(await kindOf(head, ...body)).toEqual({
      kind: 'complaint',
      feedbackType: 'abuse',
      recipients: ['zoe@creator.example'],
      original: { messageId: '<m1@brand.example>', subject: 'Offer', from: 'team@brand.example', to: [] },
    });
  });
});
