// Outlives a test run that is killed: when its parent is gone (stdin ends) it stops the PostgreSQL of a folder and removes the folder.
import { rm } from 'node:fs/promises';
import { stopAbandonedPostgres } from '../../scripts/db/embedded/stop-abandoned-postgres';

const dataDir = process.argv[2] ?? '';

process.stdin.resume();
process.stdin.once('close', () => {
  void stopAbandonedPostgres(dataDir).finally(() => rm(dataDir, { recursive: true, force: true }));
});
