import { z } from 'zod';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const TEMPLATE_KINDS = ['message', 'snippet'] as const;

const fields = {
  kind: z.enum(TEMPLATE_KINDS).meta({ description: 'A whole message, or a few words put into one' }),
  name: text(200),
  subject: z.string().max(998).default(''),
  html: text(200_000).meta({ description: 'Rich text with merge fields such as {{creator.greeting}}' }),
  shared: z.boolean().default(true).meta({ description: 'For everybody; otherwise for whoever wrote it' }),
};

export const createTemplateSchema = z.strictObject(fields);
export type CreateTemplateInput = z.output<typeof createTemplateSchema>;

export const updateTemplateSchema = z.strictObject({
  id: idSchema('template'),
  name: fields.name.optional(),
  subject: z.string().max(998).optional(),
  html: fields.html.optional(),
  shared: z.boolean().optional(),
  version: z.int().min(1).optional().meta({ description: 'Refused as a conflict when it changed meanwhile' }),
});
export type UpdateTemplateInput = z.output<typeof updateTemplateSchema>;

export const chooseTemplateSchema = z.strictObject({ id: idSchema('template') });

export const templateSchema = z.object({
  id: z.string(),
  kind: z.enum(TEMPLATE_KINDS),
  name: z.string(),
  subject: z.string(),
  html: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  version: z.number(),
});
export type TemplateDto = z.output<typeof templateSchema>;
