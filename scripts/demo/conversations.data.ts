/** Who writes: the brand, the creator, or who speaks for them. */
export type Side = 'us' | 'them' | 'manager';

export interface DemoMail {
  by: Side;
  /** Before now. */
  daysAgo: number;
  text: string;
  files?: { name: string; contentType: string; text: string }[];
}

export interface DemoConversation {
  with: string;
  subject: string;
  mails: DemoMail[];
}

const pdf = 'application/pdf';

/** What was written before the demo began; the last words of several wait for an answer. */
export const demoConversations: DemoConversation[] = [
  {
    with: 'Noor Bakker',
    subject: 'Barrier repair: spring slots',
    mails: [
      {
        by: 'us',
        daysAgo: 41,
        text: 'Hi Noor,\n\nwe plan the barrier repair launch for spring and would love to have you in it again: one reel, one story set. Would the second week suit you?\n\nJuno',
      },
      {
        by: 'them',
        daysAgo: 40.4,
        text: 'Hi Juno,\n\nyes, with pleasure. I need the study behind the claim before I say anything about ceramides on camera.\n\nNoor\n\n-- \nNoor Bakker\nStudio NB, Rotterdam',
      },
      {
        by: 'us',
        daysAgo: 39.8,
        text: 'Of course. It is attached, with the summary of the methods.\n\nJuno',
        files: [
          {
            name: 'Barrier-study-summary.pdf',
            contentType: pdf,
            text: 'Barrier repair: transepidermal water loss after 28 days, n = 62',
          },
        ],
      },
      {
        by: 'manager',
        daysAgo: 38.9,
        text: 'Hello Juno,\n\nNoor’s fee for the reel stays at EUR 1,200; usage for six months would be 180 on top. Shall I send the invoice after the reel is live?\n\nPim de Wit',
      },
      { by: 'us', daysAgo: 38.5, text: 'Dear Pim,\n\nagreed on both. After it is live is fine.\n\nJuno' },
      {
        by: 'them',
        daysAgo: 1.2,
        text: 'The rough cut is up, link below. Two questions: may I keep the line about “repairs in seven days”, and when does the parcel with the new size arrive?\n\nNoor',
      },
    ],
  },
  {
    with: 'Mia Fischer',
    subject: 'Morgenroutine: Entwurf',
    mails: [
      {
        by: 'us',
        daysAgo: 12,
        text: 'Liebe Mia,\n\nmagst du uns bis Freitag einen ersten Entwurf schicken?\n\nViele Grüße\nJuno',
      },
      {
        by: 'them',
        daysAgo: 10.6,
        text: 'Hallo Juno,\n\nder Entwurf ist angehängt. Die Kennzeichnung setze ich noch in die erste Zeile.\n\nLiebe Grüße\nMia',
        files: [{ name: 'Morgenroutine-Entwurf-1.mp4', contentType: 'video/mp4', text: 'not really a film' }],
      },
      { by: 'us', daysAgo: 9.9, text: 'Sehr schön! Wir schauen ihn heute an.\n\nJuno' },
      {
        by: 'them',
        daysAgo: 3.1,
        text: 'Hallo Juno,\n\nhier kommt meine Rechnung für die Morgenroutine. Zahlungsziel 14 Tage, wie immer.\n\nMia',
        files: [
          { name: 'Rechnung-2026-118.pdf', contentType: pdf, text: 'Rechnung 2026-118, 950,00 EUR, Morgenroutine' },
        ],
      },
    ],
  },
  {
    with: 'Ade Okafor',
    subject: 'Working together on the night serum',
    mails: [
      {
        by: 'us',
        daysAgo: 16,
        text: 'Hi Ade,\n\nyour film about shift work is the best I have seen on sleep. Would you try our night serum, with no strings?\n\nJuno Park',
      },
      {
        by: 'them',
        daysAgo: 14.7,
        text: 'Hey Juno, thank you! Happy to try it. What budget do you have in mind for a long video in January?',
      },
      {
        by: 'us',
        daysAgo: 14.2,
        text: 'Hi Ade,\n\nfor a long video with three months of usage we usually pay between 1,500 and 2,200 pounds. What would be right for you?\n\nJuno',
      },
      {
        by: 'them',
        daysAgo: 2.3,
        text: 'Sorry for the wait, I was filming. 2,400 with raw footage included, 1,900 without. My media kit is attached.\n\nAde',
        files: [
          {
            name: 'Ade-Okafor-Media-Kit-2026.pdf',
            contentType: pdf,
            text: 'Media kit: 214,000 followers, 6.8 % engagement, audience 25-34',
          },
        ],
      },
    ],
  },
  {
    with: 'Jonas Lind',
    subject: 'Contract for the winter film',
    mails: [
      {
        by: 'us',
        daysAgo: 22,
        text: 'Hi Jonas,\n\nthe contract for the winter film is attached. Please have a look at the exclusivity.\n\nMarco',
        files: [
          {
            name: 'Winter-film-agreement.pdf',
            contentType: pdf,
            text: 'Agreement: exclusivity in skincare for 60 days',
          },
        ],
      },
      {
        by: 'them',
        daysAgo: 20.5,
        text: 'Hi Marco, 60 days of exclusivity is long for one film. 30 would be fine.\n\nJonas',
      },
      { by: 'us', daysAgo: 20.1, text: 'Fair. I have changed it to 30 days.\n\nMarco' },
      {
        by: 'them',
        daysAgo: 18.3,
        text: 'Signed, attached. Looking forward to the snow!\n\nJonas',
        files: [
          { name: 'Winter-film-agreement-signed.pdf', contentType: pdf, text: 'Agreement, signed by Jonas Lind' },
        ],
      },
    ],
  },
  {
    with: 'Rosa Peña',
    subject: 'Parcel for Valencia',
    mails: [
      {
        by: 'us',
        daysAgo: 8,
        text: 'Hola Rosa,\n\nthe parcel leaves tomorrow. Is the studio address still right?\n\nJuno',
      },
      {
        by: 'them',
        daysAgo: 7.2,
        text: '¡Hola! Ya no, ahora es Carrer de Sueca 31, 46006 València. ¡Gracias!\n\nRosa',
      },
      { by: 'us', daysAgo: 7.1, text: 'Perfect, changed. You should have it on Thursday.\n\nJuno' },
    ],
  },
  {
    with: 'Lea Vogt',
    subject: 'Second year as ambassador',
    mails: [
      {
        by: 'us',
        daysAgo: 30,
        text: 'Liebe Lea,\n\ndein Jahr mit uns endet im Januar, und wir würden gern verlängern. Sollen wir telefonieren?\n\nMarco',
      },
      { by: 'them', daysAgo: 28.8, text: 'Lieber Marco,\n\nsehr gern! Dienstag nach 14 Uhr passt mir gut.\n\nLea' },
      { by: 'us', daysAgo: 28.5, text: 'Dienstag 14:30, ich rufe an.\n\nMarco' },
    ],
  },
  {
    with: 'Priya Raman',
    subject: 'Explaining niacinamide',
    mails: [
      {
        by: 'us',
        daysAgo: 19,
        text: 'Dear Priya,\n\nwe would like to sponsor your series on ingredients, one episode on niacinamide. You would decide what is said.\n\nMarco Silva',
      },
      {
        by: 'them',
        daysAgo: 17.5,
        text: 'Hello Marco,\n\nthat is the only way I do it. Please send the concentration and the pH, then I can say whether it fits.\n\nPriya',
      },
      {
        by: 'us',
        daysAgo: 17,
        text: '5 %, pH 6.0. The safety data sheet is attached.\n\nMarco',
        files: [
          { name: 'Safety-data-sheet.txt', contentType: 'text/plain', text: 'Niacinamide 5 %, pH 6.0, fragrance free' },
        ],
      },
      {
        by: 'them',
        daysAgo: 4.6,
        text: 'Thank you. It fits. My fee for an episode is 210,000 INR, half when we sign. Who do I send the contract to?\n\nPriya',
      },
    ],
  },
  {
    with: 'Hanna Virtanen',
    subject: 'Sauna week',
    mails: [
      {
        by: 'them',
        daysAgo: 6.4,
        text: 'Hi Juno,\n\nan idea: a week of sauna and skin, one story a day. I would film it in December anyway. Interested?\n\nHanna',
      },
      {
        by: 'us',
        daysAgo: 6.0,
        text: 'Hi Hanna,\n\nvery. Let me check the budget and come back to you on Monday.\n\nJuno',
      },
    ],
  },
  {
    with: 'Aiko Tanaka',
    subject: 'Introduction: Lumen Skincare',
    mails: [
      {
        by: 'us',
        daysAgo: 13,
        text: 'Dear Tanaka-san,\n\nallow me to introduce Lumen Skincare from Berlin. We admire your calm way of showing routines.\n\nMarco Silva',
      },
      {
        by: 'them',
        daysAgo: 11.2,
        text: 'Dear Mr. Silva,\n\nthank you for your kind message. Could you please tell us the schedule and the countries in which the content would be used?\n\nTanaka Office',
      },
    ],
  },
  {
    with: 'Beatrice Conti',
    subject: 'Milano, fashion week',
    mails: [
      {
        by: 'manager',
        daysAgo: 5.5,
        text: 'Ciao Marco,\n\nBeatrice is free on the 24th and the 26th. For the 25th she is with another brand. Which of the two?\n\nStudio Ferri',
      },
      { by: 'us', daysAgo: 5.3, text: 'Ciao,\n\nthe 24th, please. Please note her for two hours.\n\nMarco' },
      {
        by: 'manager',
        daysAgo: 0.9,
        text: 'Noted. The fee for two hours on site is 1,600 EUR plus travel. Please confirm by tomorrow, there is another request.\n\nStudio Ferri',
      },
    ],
  },
  {
    with: 'Sam Whitaker',
    subject: 'W-9 and payment',
    mails: [
      { by: 'us', daysAgo: 9, text: 'Hi Sam,\n\nfor the payment we need a W-9 from you. Could you send it?\n\nJuno' },
      {
        by: 'them',
        daysAgo: 7.9,
        text: 'Attached. Let me know when the money is on its way.\n\nSam',
        files: [
          {
            name: 'W-9 Sam Whitaker.pdf',
            contentType: pdf,
            text: 'Form W-9, Request for Taxpayer Identification Number',
          },
        ],
      },
    ],
  },
  {
    with: 'Fatou Diop',
    subject: 'Une collaboration au printemps ?',
    mails: [
      {
        by: 'us',
        daysAgo: 11,
        text: 'Bonjour Fatou,\n\nnous préparons le printemps et pensons à vous pour deux reels. Qu’en dites-vous ?\n\nJuno',
      },
      {
        by: 'them',
        daysAgo: 10.1,
        text: 'Bonjour Juno,\n\nmerci, l’idée me plaît. Je suis en tournage jusqu’au 20, on se parle après ?\n\nFatou',
      },
    ],
  },
];

/** People nobody here knows yet: somebody has to say who they are. */
export const demoStrangers = [
  {
    from: 'Liv Aronsen <liv@aronsen.example>',
    daysAgo: 1.6,
    subject: 'Collaboration?',
    text: 'Hi Lumen team,\n\nI make calm morning videos from Tromsø (41k on Instagram, @liv.aronsen). Your cream survived my winter. Would you like to work together?\n\nLiv',
  },
  {
    from: 'Novum Agency <hello@novum-agency.example>',
    daysAgo: 2.8,
    subject: 'Five creators for your spring',
    text: 'Hello,\n\nwe represent five skincare creators in the Nordics. May I send our roster?\n\nNovum Agency',
  },
];
