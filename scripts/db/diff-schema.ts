import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, type QueryResult } from 'pg';
import { CommandError } from './command-error';
import { connectOwner } from './connect-owner';

/** PostgreSQL's internal one-byte type "char", which the catalogue uses and the adapter does not know. */
const CHAR_OID = 18;
const TEXT_OID = 25;

interface SchemaFile {
  path: string;
  content: string;
}

/**
 * The SQL that would bring the database to the Prisma schema of a folder; empty when they agree. It sees tables,
 * columns, keys, foreign keys and plain indexes, and never touches what Prisma does not know. Throws CommandError when
 * the schema is not valid.
 */
export async function diffSchema(ownerUrl: string, schemaDir: string): Promise<string> {
  const files = await readSchema(schemaDir);
  const externalTables = await findUnmanagedTables(ownerUrl);
  const pool = createPool(ownerUrl);
  try {
    const engine = await createEngine(files, pool);
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables, externalEnums: [] },
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } catch (error) {
    throw new CommandError(`The schema in ${schemaDir} cannot be compared: ${readEngineError(error)}`, {
      cause: error,
    });
  } finally {
    await pool.end();
  }
}

async function readSchema(dir: string): Promise<SchemaFile[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(dir, name), content: await readFile(join(dir, name), 'utf8') })),
  );
}

/** Partitions belong to their parent, which is what the schema describes. */
async function findUnmanagedTables(ownerUrl: string): Promise<string[]> {
  const client = await connectOwner(ownerUrl);
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('public.%s', relname) as name from pg_class
        where relnamespace = 'public'::regnamespace and relispartition and relkind in ('r', 'p')`,
    );
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

/** One connection, since the engine's session holds locks. Columns of type "char" are passed on as text. */
function createPool(ownerUrl: string): Pool & { charColumns: number[] } {
  const pool = Object.assign(new Pool({ connectionString: ownerUrl, max: 1 }), { charColumns: [] as number[] });
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryResult>;
  const queryWithText = async (...args: unknown[]) => {
    const result = await query(...args);
    pool.charColumns = [];
    for (const [at, field] of result.fields.entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      pool.charColumns.push(at);
    }
    return result;
  };
  return Object.assign(pool, { query: queryWithText });
}

async function createEngine(files: SchemaFile[], pool: Pool & { charColumns: number[] }): Promise<SchemaEngine> {
  await loadEngine();
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const at of pool.charColumns) result.columnTypes[at] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return engineModule.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The package is made for bundlers that load WebAssembly by `import`; Node has to be shown the way. */
let loading: Promise<void> | undefined;
function loadEngine(): Promise<void> {
  return (loading ??= instantiate());
}

async function instantiate(): Promise<void> {
  const binding = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(binding.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  });
  const internals = engineModule as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  internals.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
}

function readEngineError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\u001b\[[0-9;]*m/g, '').trim();
}
