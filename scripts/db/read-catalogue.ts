import type { Client } from 'pg';
import { CATALOGUE_QUERIES } from './catalogue-queries';

/** One sorted line for everything in the schema `public` that Prisma cannot see; the same on every installation. */
export async function readCatalogue(client: Client): Promise<string[]> {
  const lines: string[] = [];
  await client.query('set search_path = public');
  for (const query of CATALOGUE_QUERIES) {
    const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
    lines.push(...rows.map(([line]) => (line ?? '').replace(/\s+/g, ' ')));
  }
  return lines.sort();
}
