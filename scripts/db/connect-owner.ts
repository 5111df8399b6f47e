import { Client } from 'pg';
import { CommandError, explainConnection } from './command-error';

const OLDEST_SERVER = 15;

/** Connects as the owner of the database; the caller ends the client. Throws CommandError when that is impossible. */
export async function connectOwner(ownerUrl: string): Promise<Client> {
  const client = openClient(ownerUrl);
  // A lost connection fails the query that runs; without a listener it would also end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explainConnection(error, ownerUrl);
  }
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_SERVER) {
    await client.end();
    throw new CommandError(`PostgreSQL ${version} is too old: Rapport needs ${OLDEST_SERVER} or newer.`);
  }
  return client;
}

function openClient(url: string): Client {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new CommandError(
      'The database address has to begin with postgresql://: look at DATABASE_URL and DATABASE_OWNER_URL.',
    );
  }
  try {
    return new Client({ connectionString: url, application_name: 'rapport db', connectionTimeoutMillis: 10_000 });
  } catch (error) {
    throw new CommandError(`The database address is no valid connection string (${(error as Error).message}).`);
  }
}
