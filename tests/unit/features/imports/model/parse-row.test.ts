import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityKeys } from '@/features/imports/model/identity-keys';
import { importSettingsSchema, importMappingSchema } from '@/features/imports/model/import-settings';
import { isAppError } from '@/shared/errors';
import { importFile, targetsOf, type ImportOptions } from '../../../../support/import-file';

const one = async (content: string, options?: ImportOptions) => {
  const { rows } = await importFile(content, options);
  return rows[0]!;
};

async function failureOf(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.details };
    throw error;
  }
  return undefined;
}

describe('parseRow', () => {
  it('fills a record from headers of several languages', async () => {
    const row = await one(
      [
        'Vorname;Nachname;E-Mail-Adresse;Telefon;Land;Stadt;Sprachen;Instagram;Abonnenten;Interaktionsrate;Kategorien;Notizen;Geburtsdatum;PLZ;Honorar Reel',
        'Jürgen;Groß;"Jürgen <J.Gross@Example.com>";+49 (0)30 1234567;Österreich;Wien;Deutsch, Englisch;@Juergen;"12,5 Tsd.";3,4 %;Reise|Essen;"mag Käse; viel";31.12.1990;01067;1.250,00 €',
      ].join('\n'),
    );
    expect(row).toMatchObject({
      displayName: 'Jürgen Groß', givenName: 'Jürgen', familyName: 'Groß', country: 'AT', city: 'Wien',
      languages: ['de', 'en'], tags: ['Reise', 'Essen'], notes: ['mag Käse; viel'], birthday: '1990-12-31',
      emails: [{ address: 'J.Gross@Example.com', normalized: 'j.gross@example.com' }], phones: ['+49301234567'],
      shippingAddress: { postalCode: '01067' }, rates: [{ format: 'reel', amountMinor: 125_000, currency: 'EUR' }],
      handles: [{ platform: 'instagram', normalized: 'juergen', metrics: { followers: 12_500, engagement_rate: 0.034 } }],
    }); // prettier-ignore
    expect(row.rejection).toBeUndefined();
  });

  it('gives numbers to the handle of their platform, and keeps numbers of none as custom fields', async () => {
    const row = await one(
      'Name,Instagram,TikTok URL,TikTok followers,Instagram followers,YouTube subscribers\nAnna,@anna,tiktok.com/@anna.b,2M,"1,5k",7',
      { settings: { decimal: '.' } },
    );
    expect(row.handles.map(({ platform, name, metrics }) => [platform, name, metrics])).toEqual([
      ['instagram', 'anna', { followers: 1500 }],
      ['tiktok', 'anna.b', { followers: 2_000_000 }],
    ]);
    expect(row.custom).toEqual([{ label: 'YouTube subscribers', type: 'number', value: 7 }]);
  });

  it('takes the platform of each row from its column', async () => {
    const { rows } = await importFile('Handle,Platform\n@a.b,TikTok\n@c_d,IG\n@ef,Orkut\n', {
      settings: { platform: 'x' },
    });
    expect(rows.map((row) => row.handles[0]?.platform)).toEqual(['tiktok', 'instagram', 'x']);
    expect(rows[2]?.warnings.map((warning) => warning.reason)).toEqual(['not_a_platform']);
  });

  it('recognises a person by handle, then mail, then name', async () => {
    const row = await one('Name,Email,Instagram\n𝓐𝓷𝓷𝓪 Groß,A@Example.com,@Anna\n');
    expect(identityKeys(row)).toEqual({
      handles: [{ platform: 'instagram', normalized: 'anna', platformAccountId: undefined }],
      emails: ['a@example.com'],
      name: 'anna gross',
    });
    expect(identityKeys(await one('Email\na@example.com\n')).name).toBeUndefined();
  });

  it.each([
    ['Name,Instagram\nAnna,anna🌸\n', 'Instagram', 'has_emoji'],
    [`Name,Email\nAnna,${'a'.repeat(288)}@example.com\n`, 'Email', 'email_too_long'],
    ['Name,Country\n,Germany\n', 'identity', 'no_identity'],
    ['Name,Country\n????,Germany\n', 'identity', 'no_identity'],
    ['Name,Country\n,\n', 'row', 'empty_row'],
    ['Name,Country\n"Anna,DE\nBob,FR\n', 'row', 'unclosed_quote'],
    [`Name,Notes\nAnna,${'x'.repeat(5_000_000)}\n`, 'Notes', 'too_long'],
    [`Name,Notes\n${'x'.repeat(300)},y\n`, 'Name', 'too_long'],
    [`Name,Notes\n${Array.from({ length: 10_000 }, () => 'x').join(',')}\nBob,y\n`, 'row', 'too_many_columns'],
  ])('rejects a row with its field and reason (%#)', async (content, field, reason) => {
    const { rows } = await importFile(content, { headerLine: 1 });
    expect(rows[0]?.rejection).toMatchObject({ field, reason });
    expect(rows[0]?.rejection?.message.length).toBeLessThan(200);
    expect(rows.slice(1).every((row) => row.rejection === undefined)).toBe(true);
  });

  it('goes on without a broken address where a handle tells the person', async () => {
    const row = await one('Instagram,Email\n\u202E@anna\u200B,a@@b\n');
    expect(row.rejection).toBeUndefined();
    expect(row.handles[0]?.name).toBe('anna');
    expect(row.warnings.map(({ field, reason }) => [field, reason])).toEqual([['Email', 'not_an_address']]);
  });

  it('keeps scripts and formulas as the text they are', async () => {
    const text = `<script>alert("1")</script>`;
    const row = await one(
      `Name,Instagram,City,=cmd|' /C calc'!A0\n"${text.replaceAll('"', '""')}",@anna,=1+1,@SUM(1)\n`,
      { headerLine: 1 },
    );
    expect(row).toMatchObject({ displayName: text, city: '=1+1' });
    expect(row.custom).toEqual([{ label: "=cmd|' /C calc'!A0", type: 'text', value: '@SUM(1)' }]);
  });

  it('keeps the cells of rows that are too long or too short', async () => {
    const { rows } = await importFile('Name,City\nAnna,Wien,extra,more\nBob\n');
    expect(rows[0]?.custom).toEqual([
      { label: 'Column 3', type: 'text', value: 'extra' },
      { label: 'Column 4', type: 'text', value: 'more' },
    ]);
    expect(rows[1]).toMatchObject({ displayName: 'Bob', custom: [] });
  });

  it('notes missing values and zero bytes, and stores neither', async () => {
    const row = await one('Name,Instagram,Followers,Country\nAn\0na,@anna,#VALOR!,N/A\n');
    expect(row.displayName).toBe('Anna');
    expect(row.handles[0]?.metrics).toEqual({});
    expect(row.warnings.map((warning) => warning.reason)).toEqual(['nul_removed', 'placeholder', 'placeholder']);
  });

  it('never throws, whatever the cells', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('@a', '1,5', '1/2/2020', 'https://x.com/', '\u202e'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
        async (table) => {
          const quoted = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
          const content = `Name,Instagram,Email,Phone,Followers,Birthday,Rate,Tags\n${quoted.join('\n')}\n`;
          const { rows } = await importFile(content, { headerLine: 1, settings: { decimal: '.', dateOrder: 'dmy' } });
          expect(rows).toHaveLength(table.length);
          for (const row of rows) expect(row.rejection !== undefined || row.displayName !== '').toBe(true);
          expect(JSON.stringify(rows)).not.toMatch(/\\u0000/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('planImport', () => {
  it('asks for the decimal mark only where nothing in the file proves it', async () => {
    const open = 'Instagram,Followers\n@a,"1,234"\n@b,"5,678"\n';
    expect(await failureOf(importFile(open))).toMatchObject({
      code: 'invalid_input',
      reason: 'ambiguous',
      extra: {
        ambiguities: [
          { setting: 'decimal', columns: ['Followers'], choices: ['.', ','], examples: ['1,234', '5,678'] },
        ],
      },
    });
    expect((await one(open, { settings: { decimal: '.' } })).handles[0]?.metrics.followers).toBe(1234);
    expect((await one(open, { settings: { decimal: ',' } })).handles[0]?.metrics.followers).toBe(1.234);
    expect((await one(`${open}@c,"12,345,678"\n`)).handles[0]?.metrics.followers).toBe(1234);
    expect((await one(`${open}@c,"12,5k"\n`)).handles[0]?.metrics.followers).toBe(1.234);
    expect((await one('Instagram,Followers,ER\n@a,1.234,"3,4%"\n')).handles[0]?.metrics.followers).toBe(1234);
  });

  it('asks for the order of dates only where nothing in the file proves it', async () => {
    const open = 'Name,Birthday\nAnna,03/04/1990\n';
    expect(await failureOf(importFile(open))).toMatchObject({
      reason: 'ambiguous',
      extra: {
        ambiguities: [
          { setting: 'dateOrder', columns: ['Birthday'], choices: ['dmy', 'mdy'], examples: ['03/04/1990'] },
        ],
      },
    });
    expect((await one(open, { settings: { dateOrder: 'mdy' } })).birthday).toBe('1990-03-04');
    expect((await one(`${open}Bob,31/04x/1990\nCid,31/12/1990\n`)).birthday).toBe('1990-04-03');
    expect((await one(`${open}Bob,12/31/1990\n`)).birthday).toBe('1990-03-04');
  });

  it('finds the proof also thousands of rows below', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `@h${index},"1,234"`);
    const { rows } = await importFile(`Instagram,Followers\n${lines.join('\n')}\n@last,"1,5"\n`);
    expect(rows[0]?.handles[0]?.metrics.followers).toBe(1.234);
  });

  it('says which columns a mapping misses, and which it fills twice', async () => {
    expect(await failureOf(importFile('Name\nAnna\n', { mapping: { Nmae: 'displayName' } }))).toMatchObject({
      reason: 'unknown_column',
      fields: [{ path: 'mapping.Nmae' }],
    });
    expect(await failureOf(importFile('Name,City\nAnna,x\n', { mapping: { City: 'displayName' } }))).toMatchObject({
      reason: 'duplicate_target',
      fields: [{ path: 'mapping.City' }],
    });
  });

  it('takes a mapping instead of the guess', async () => {
    const row = await one('A,B,C\nAnna,7,x\n', {
      mapping: { A: 'displayName', B: 'custom:Size', C: 'ignore' },
    });
    expect(row).toMatchObject({ displayName: 'Anna', custom: [{ label: 'Size', type: 'number', value: 7 }] });
  });

  it('knows targets and settings from other texts', () => {
    expect(
      importMappingSchema.safeParse({ a: 'metric:avg_likes@tiktok', b: 'handle:x', c: 'custom:Größe' }).success,
    ).toBe(true);
    for (const target of ['nothing', 'metric:fame', 'handle:myspace', 'custom:', 'toString', '__proto__']) {
      expect(importMappingSchema.safeParse({ a: target }).success).toBe(false);
    }
    expect(importSettingsSchema.parse({ dateOrder: 'DMY' })).toEqual({ dateOrder: 'dmy' });
    expect(importSettingsSchema.safeParse({ order: 'dmy' }).success).toBe(false);
  });
});

describe('presets', () => {
  it('reads Aspire and Upfluence by their documented columns', async () => {
    const aspire = await importFile(
      'email,uid,id,instagram,youtube,address1,address2,city,state,postalcode,country\na@b.co,u1,123,anna,https://youtube.com/@anna,1 Main St,Apt 2,Oslo,X,0150,Norway\n',
    );
    expect(aspire.analysis.preset).toBe('aspire');
    expect(aspire.rows[0]).toMatchObject({
      country: 'NO',
      shippingAddress: { line1: '1 Main St', line2: 'Apt 2', city: 'Oslo', region: 'X', postalCode: '0150' },
    });
    expect(aspire.rows[0]?.handles.map((handle) => handle.platform).sort()).toEqual(['instagram', 'youtube']);
    const upfluence = await importFile(
      'influencer_id,media_url,profile_name,first_name,last_name,email,shipping_address.line1,shipping_address.country_code\n9,https://www.instagram.com/anna,Anna B,Anna,Berg,a@b.co,1 Main St,NO\n',
    );
    expect(upfluence.analysis.preset).toBe('upfluence');
    expect(targetsOf(upfluence)).toMatchObject({
      media_url: 'profileUrl',
      'shipping_address.country_code': 'shippingAddress.country',
    });
    expect(upfluence.rows[0]).toMatchObject({
      displayName: 'Anna B',
      shippingAddress: { line1: '1 Main St', country: 'NO' },
    });
  });
});
