import { z } from 'zod';

export const storedFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.number().meta({ description: 'Bytes' }),
  hash: z.string().meta({ description: 'SHA-256, hex' }),
});
export type StoredFileDto = z.output<typeof storedFileSchema>;
