import { expect, it } from 'vitest';
import { importFile } from '../../../../support/import-file';

it('takes the type a person chose for a custom field, and keeps apart what does not fit it', async () => {
  const content = 'Name,Size\nAnna,07\nBob,yes\n';
  const customTypes = { Size: 'text' as const };
  const file = await importFile(content, { settings: { customTypes } });
  expect(file.rows.map((row) => row.custom)).toEqual([
    [{ label: 'Size', type: 'text', value: '07' }],
    [{ label: 'Size', type: 'text', value: 'yes' }],
  ]);
  const asBoolean = await importFile(content, { settings: { customTypes: { Size: 'boolean' } } });
  expect(asBoolean.rows.map((row) => row.custom)).toEqual([
    [{ label: 'Size (text)', type: 'text', value: '07' }],
    [{ label: 'Size', type: 'boolean', value: true }],
  ]);
  const refusal = importFile(content, { settings: { customTypes: { Shoe: 'text' } } });
  await expect(refusal).rejects.toMatchObject({
    details: { reason: 'unknown_column', fields: [{ path: 'customTypes.Shoe' }] },
  });
});
