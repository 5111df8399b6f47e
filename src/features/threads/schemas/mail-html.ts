import { z } from 'zod';

export const mailHtmlSchema = z.object({
  html: z.string().meta({ description: 'A whole document, sanitised; for a sandboxed frame' }),
  remoteImages: z.number().meta({ description: 'How many pictures from elsewhere it has' }),
});
export type MailHtml = z.output<typeof mailHtmlSchema>;
