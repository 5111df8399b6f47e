import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitQuoted } from '@/platform/mail/read/split-quoted';

const split = (text: string) => splitQuoted({ text, html: null });

/** Lines that mail programs put above what they quote, as their users' mails have them. */
const attributions = [
  'On Mon, Apr 2, 2012 at 6:26 PM, Megan One <xxx@gmail.com> wrote:',
  'On Apr 3, 2012, at 4:19 PM, Bob wrote:',
  'On Tue, Sep 25, 2012 at 8:59 AM, Chris Wanstrath\n<notifications@github.example>wrote:',
  'On 04/02/2012 06:26 PM, Megan One wrote:',
  'Megan One <megan@brand.example> writes:',
  '2012/4/2 Megan One <megan@brand.example>:',
  '--- On Fri, 23/3/12, Alex <alex@example.com> wrote:',
  'Am 02.04.2012 um 18:26 schrieb Megan One:',
  'Am Mo., 2. Apr. 2012 um 18:26 Uhr schrieb Megan One <megan@brand.example>:',
  'Am Montag, 2. April 2012 schrieb Megan One :',
  'Le lun. 2 avr. 2012 à 18:26, Megan One <megan@brand.example> a écrit :',
  'Le 2 avril 2012 à 18:26, Megan One a écrit :',
  'El lun, 2 abr 2012 a las 18:26, Megan One (<megan@brand.example>)\nescribió:',
  'El 2 de abril de 2012 18:26, Megan One<megan@brand.example> escribió:',
  'Em seg., 2 de abr. de 2012 às 18:26, Megan One <megan@brand.example>\nescreveu:',
  'A segunda, 2/04/2012, 18:26, Megan One <megan@brand.example> escreveu:',
  'Il giorno lun 2 apr 2012 alle ore 18:26 Megan One <megan@brand.example>\nha scritto:',
  'Il 02/04/2012 18:26, Megan One ha scritto:',
  'Op ma 2 apr. 2012 om 18:26 schreef Megan One <megan@brand.example>:',
  'Op 2 april 2012 18:26 schreef Megan One <megan@brand.example> het volgende:',
  'Den mån 2 apr. 2012 kl 18:26 skrev Megan One <megan@brand.example>:',
  '2 apr. 2012 kl. 18:26 skrev Megan One <megan@brand.example>:',
  'man. 2. apr. 2012 kl. 18:26 skrev Megan One <megan@brand.example>:',
  'Den man. 2. apr. 2012 kl. 18.26 skrev Megan One <megan@brand.example>:',
  'ma 2. huhtik. 2012 klo 18.26 Megan One (megan@brand.example) kirjoitti:',
  'pon., 2 kwi 2012 o 18:26 Megan One <megan@brand.example> napisał(a):',
  'W dniu 2012-04-02 18:26, Megan One pisze:',
  'po 2. 4. 2012 v 18:26 odesílatel Megan One <megan@brand.example> napsal:',
  'Dne 2.4.2012 v 18:26 Megan One napsal(a):',
  'Megan One <megan@brand.example> ezt írta (időpont: 2012. ápr. 2., H, 18:26):',
  'Megan One <megan@brand.example>, 2 Nis 2012 Pzt, 18:26 tarihinde şunu yazdı:',
  'пн, 2 апр. 2012 г. в 18:26, Megan One <megan@brand.example>:',
  '2 апреля 2012 г., 18:26 пользователь Megan One <megan@brand.example>\nнаписал:',
  '02.04.2012 18:26, Megan One пишет:',
  'пн, 2 квіт. 2012 р. о 18:26 Megan One <megan@brand.example> пише:',
  'În lun., 2 apr. 2012 la 18:26, Megan One <megan@brand.example> a scris:',
  'Στις Δευ 2 Απρ 2012 στις 18:26 ο χρήστης Megan One <megan@brand.example> έγραψε:',
  '2012年4月2日(月) 18:26 Megan One <megan@brand.example>:',
  '2012年4月2日 18:26、Megan One <megan@brand.example>のメール:',
  'Megan One <megan@brand.example> 于2012年4月2日周一 18:26写道：',
  '在 2012年4月2日，18:26，Megan One <megan@brand.example> 写道：',
  'Megan One <megan@brand.example> 於 2012年4月2日 週一 18:26 寫道：',
  '2012년 4월 2일 (월) 오후 6:26, Megan One <megan@brand.example>님이 작성:',
  'Vào Th 2, 2 thg 4, 2012 vào lúc 18:26 Megan One <megan@brand.example> đã viết:',
  'Pada tanggal Sen, 2 Apr 2012 pukul 18.26 Megan One <megan@brand.example> menulis:',
];

const headerBlocks = [
  'From: Megan One [mailto:megan@brand.example]\nSent: Monday, April 2, 2012 6:26 PM\nTo: Zoë\nSubject: Offer',
  '________________________________\nVon: Megan One <megan@brand.example>\nGesendet: Montag, 2. April 2012 18:26\nAn: Zoë\nBetreff: Angebot',
  'De : Megan One <megan@brand.example>\nEnvoyé : lundi 2 avril 2012 18:26\nÀ : Zoë\nObjet : Offre',
  'De: Megan One <megan@brand.example>\nEnviado el: lunes, 2 de abril de 2012 18:26\nPara: Zoë\nAsunto: Oferta',
  'Da: Megan One\nInviato: lunedì 2 aprile 2012 18:26\nA: Zoë\nOggetto: Offerta',
  'Van: Megan One\nVerzonden: maandag 2 april 2012 18:26\nAan: Zoë\nOnderwerp: Aanbod',
  'Från: Megan One\nSkickat: den 2 april 2012 18:26\nTill: Zoë\nÄmne: Erbjudande',
  'От: Megan One <megan@brand.example>\nОтправлено: 2 апреля 2012 г. 18:26\nКому: Zoë\nТема: Предложение',
  '差出人: Megan One <megan@brand.example>\n送信日時: 2012年4月2日 18:26\n宛先: Zoë\n件名: 提案',
  '发件人: Megan One\n发送时间: 2012年4月2日 18:26\n收件人: Zoë\n主题: 报价',
  '-----Original Message-----\nFrom: Megan One\nTo: Zoë',
  '-------- Ursprüngliche Nachricht --------\nVon: Megan One',
  "-------- Message d'origine --------\nDe : Megan One",
  '---------- Forwarded message ---------\nFrom: Megan One <megan@brand.example>\nDate: Mon, Apr 2, 2012 at 6:26 PM\nSubject: Offer',
  '##- Please type your reply above this line -##\n\nMegan One, Apr 2',
  '*From:* Megan One\n*Sent:* 2012-04-02\n*To:* Zoë\n*Subject:* Offer',
];

describe('splitQuoted', () => {
  it.each(attributions)('finds what is quoted below "%s"', (line) => {
    for (const quote of ['> old\n> words', '\n> old\n>\n> words']) {
      const found = split(`Sounds great!\n\n${line}\n${quote}\n`);
      expect(found.visible).toBe('Sounds great!');
      expect(found.quoted.startsWith(line)).toBe(true);
    }
  });

  it.each(attributions.filter((line) => line.includes('@')))('finds what is unmarked below "%s"', (line) => {
    expect(split(`Sounds great!\nI am in.\n\n${line}\n\nold\nwords`).visible).toBe('Sounds great!\nI am in.');
  });

  it.each(headerBlocks)('finds the message below %j', (block) => {
    const found = split(`Sounds great!\n\n${block}\n\nold words\n-- \nMegan`);
    expect(found).toMatchObject({ visible: 'Sounds great!', signature: '' });
    expect(found.quoted.startsWith(block)).toBe(true);
    expect(found.embedded).toContain('old words');
  });

  it('leaves sentences alone that only look like such lines', () => {
    const texts = [
      'On Monday I wrote:\nplease send the contract.\nDid you?',
      'As Megan wrote in her brief:\n\n- one reel\n- two stories',
      'On 3 May we go live. These are my rates:\n\nReel: 500\nStory: 200',
      'To: be honest, I like it.\nSubject: nothing',
      'Date: 5 May\nPlace: Berlin\nFee: 300',
      'My numbers --\n\n-- 20k likes\n-- 3k comments\n\nLet me know!',
      'From: Berlin\nHello!',
      'Sent from my studio, with love, the files are below.\n\nhttps://files.example',
      'a > b and b > c',
    ];
    for (const text of texts) expect(split(text)).toMatchObject({ visible: text, quoted: '', signature: '' });
  });

  it('keeps answers between and below the quotation', () => {
    const found = split('On 2 Apr 2012, at 18:26, Megan One wrote:\n> When?\nTomorrow.\n\n> Where?\n\nIn Berlin.\n');
    expect(found.visible).toBe('Tomorrow.\n\nIn Berlin.');
    expect(found.quoted).toBe('On 2 Apr 2012, at 18:26, Megan One wrote:\n> When?\n\n> Where?');
  });

  it.each([
    'Sent from my iPhone', 'Gesendet von meinem iPhone', 'Von meinem iPad gesendet', 'Envoyé de mon iPhone', 'Enviado desde mi iPhone', 'Enviado do meu iPhone', 'Inviato da iPhone', 'Verstuurd vanaf mijn iPhone', 'Skickat från min iPhone', 'Sendt fra min iPhone', 'Lähetetty iPhonesta', 'Wysłane z iPhone’a', 'Отправлено с iPhone', 'iPhoneから送信', '发自我的 iPhone', '나의 iPhone에서 보냄', 'Get Outlook for iOS', 'Sent from Yahoo Mail for iPhone', 'iPhone’umdan gönderildi',
    '-- \nZoë\nCreator', '--\nZoë', '-Zoë', '_______________\nlist footer\nhttps://list.example',
  ])('sets %j apart as the signature', (signature) => {
    expect(split(`Yes!\n\n${signature}`)).toMatchObject({ visible: 'Yes!', signature, quoted: '' });
    expect(split(`Yes!\n\n${signature}\n\nOn 2 Apr 2012, at 18:26, Megan wrote:\n> old`)).toMatchObject({ visible: 'Yes!', signature });
  }); // prettier-ignore

  it('reads HTML where there is no text, by what mail programs mark in it', () => {
    const quotes = [
      '<div class="gmail_quote"><div class="gmail_attr">Bilinmeyen dil</div><blockquote class="gmail_quote">old</blockquote></div>',
      '<div class="moz-cite-prefix">Jokin teki jotain</div><blockquote type="cite">old</blockquote>',
      '<div>On Mon, Apr 2, 2012 at 6:26 PM Megan &lt;<a href="mailto:m@x.example">m@x.example</a>&gt; wrote:<br></div><blockquote style="margin:0 0 0 .8ex;border-left:1px #ccc solid">old</blockquote>',
      '<hr><p><b>From:</b> Megan<br><b>Sent:</b> Monday<br><b>To:</b> Zoë<br><b>Subject:</b> Offer</p><p>old</p>',
    ];
    for (const quote of quotes)
      expect(splitQuoted({ text: '', html: `<div>Yes!<br>Zoë</div>${quote}` })).toMatchObject({ visible: 'Yes!\nZoë' });
  });

  it('loses no line, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '> old',
        'On 2 Apr 2012 at 18:26, M <m@x.example> wrote:',
        '-- ',
        '--',
        'Sent from my iPhone',
        'From: a',
        'Sent: b',
        'Subject: c',
        '-Zoë',
        '____',
        '>',
        'Am',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const found = split(lines.join('\n'));
        const words = (texts: string[]) =>
          texts
            .flatMap((text) => text.split('\n'))
            .map((text) => text.trim())
            .filter(Boolean)
            .sort();
        expect(words([found.visible, found.quoted, found.signature])).toEqual(words(lines));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one line', 'a'.repeat(5_000_000)],
    ['hundreds of thousands of lines', 'On it: \n'.repeat(200_000)],
    ['nothing but openings', 'On 2 Apr 2012 at 18:26, M <m@x.example>\n'.repeat(100_000)],
    ['nothing but headers', 'From: a\n\n\nTo: b\n'.repeat(100_000)],
    ['white space', `${' '.repeat(1_000_000)}\n${'\n'.repeat(500_000)}x`],
    ['marks', '>'.repeat(2_000_000)],
    ['dashes', `${'-'.repeat(2_000_000)}\n${'- - '.repeat(200_000)}`],
    ['sent from', `Sent from ${'my phone '.repeat(200_000)}`],
  ])('takes time in proportion to the text: %s', (_name, text) => {
    const start = performance.now();
    split(text);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
