import { connectOwner } from '../db/connect-owner';

/** Takes the statistics of all tables, and lets indexes answer alone what is not being changed. */
export async function analyzeTables(ownerUrl: string): Promise<void> {
  const client = await connectOwner(ownerUrl);
  try {
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
