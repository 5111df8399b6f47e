import { Client, type QueryResultRow } from 'pg';

/** Runs statements on a connection of their own and returns the rows of the last, for looking from outside the product. */
export async function query<Row extends QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
