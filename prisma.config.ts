import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;

// Read by `prisma generate`, and by Prisma's own CLI where its engine can be downloaded; the db:* scripts need neither.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
});
