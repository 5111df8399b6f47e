import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

export const schemaDir = fileURLToPath(new URL('prisma/schema', root));
export const migrationsDir = fileURLToPath(new URL('prisma/migrations', root));
export const snapshotFile = fileURLToPath(new URL('prisma/catalogue.snapshot.txt', root));
export const defaultDataDir = fileURLToPath(new URL('.data', root));
export const envFile = fileURLToPath(new URL('.env', root));
