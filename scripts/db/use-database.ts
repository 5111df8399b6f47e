import { existsSync } from 'node:fs';
import { CommandError } from './command-error';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres';
import { defaultDataDir, envFile } from './paths';

/**
 * Gives the owner's address of the database that the settings (or .env) name: DATABASE_OWNER_URL, DATABASE_URL, or else the bundled
 * PostgreSQL, which runs for as long as the action does, or longer when another process runs it already.
 */
export async function useDatabase(action: (ownerUrl: string) => Promise<void>): Promise<void> {
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const given = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (given) return action(given);
  const embedded = await startEmbeddedPostgres({
    dataDir: process.env.DATA_DIR || defaultDataDir,
    whenInUse: 'join',
  }).catch((error: Error) => {
    throw new CommandError(error.message, { cause: error });
  });
  try {
    await action(embedded.ownerUrl);
  } finally {
    await embedded.stop();
  }
}
