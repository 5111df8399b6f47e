// A process that runs the bundled PostgreSQL until it is killed: node --import tsx hold-embedded-postgres.ts DATA_DIR
import { startEmbeddedPostgres } from '../../scripts/db/embedded/start-embedded-postgres';

const { ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
console.log(ownerUrl);
setInterval(() => undefined, 60_000);
