import { z } from 'zod';
import { CUSTOM_FIELD_TYPES } from '@/features/creators/model/vocabulary';

const named = z.object({ id: z.string(), name: z.string() });

/** What creators are filtered, tagged and drawn with. */
export const creatorVocabularySchema = z.object({
  me: z.string().nullable().meta({ description: 'The membership of who asks; null for keys' }),
  members: z.array(named),
  tags: z.array(named).meta({ description: 'The first 1000 by name' }),
  customFields: z.array(
    z.object({ id: z.string(), label: z.string(), type: z.enum(CUSTOM_FIELD_TYPES), options: z.array(z.string()) }),
  ),
});
export type CreatorVocabulary = z.infer<typeof creatorVocabularySchema>;
