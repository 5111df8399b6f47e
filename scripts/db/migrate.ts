// Brings the database to the newest schema: npm run db:migrate
import { migrate } from './migrate-database';
import { runCommand } from './run-command';
import { useDatabase } from './use-database';

await runCommand(() =>
  useDatabase(async (ownerUrl) => {
    const applied = await migrate({ ownerUrl, log: console.log });
    console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`);
  }),
);
