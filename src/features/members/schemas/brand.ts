import { z } from 'zod';

export const brandSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    legalEntity: z.string().nullable(),
    postalAddress: z.string().nullable(),
    senderName: z.string(),
    currency: z.string().meta({ description: 'ISO 4217' }),
    reportingZone: z.string().meta({ description: 'IANA zone of its reports' }),
    competitors: z.array(z.string()),
  })
  .meta({ id: 'Brand' });
export type BrandDto = z.output<typeof brandSchema>;
