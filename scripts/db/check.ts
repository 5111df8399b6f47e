// Compares schema, migrations and database: npm run db:check
// With -- --write it takes the snapshot of what Prisma cannot see anew, from the migrations.
import { checkDatabase } from './check-database';
import { CommandError } from './command-error';
import { runCommand } from './run-command';
import { useDatabase } from './use-database';
import { writeSnapshot } from './write-snapshot';

await runCommand(() =>
  useDatabase(async (ownerUrl) => {
    if (process.argv.includes('--write')) {
      await writeSnapshot({ ownerUrl });
      console.log('Wrote prisma/catalogue.snapshot.txt.');
      return;
    }
    const problems = await checkDatabase({ ownerUrl });
    if (problems.length > 0) throw new CommandError(problems.join('\n'));
    console.log('Schema, migrations and database agree.');
  }),
);
