// Writes the difference between schema and migrations as a new migration: npm run db:new -- NAME
import { relative } from 'node:path';
import { migrationsDir, schemaDir } from './paths';
import { runCommand } from './run-command';
import { useDatabase } from './use-database';
import { writeMigration } from './write-migration';

const name = process.argv[2] ?? '';

await runCommand(() =>
  useDatabase(async (ownerUrl) => {
    const file = await writeMigration({ ownerUrl, name, schemaDir, migrationsDir, now: new Date() });
    console.log(
      file
        ? `Wrote ${relative('.', file)}: read it, add by hand what Prisma cannot see, then npm run db:migrate.`
        : 'No difference between the schema and the migrations.',
    );
  }),
);
