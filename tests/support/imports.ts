import { readFileSync } from 'node:fs';
import { dryRunImport } from '@/features/imports/commands/dry-run-import';
import { mapImport } from '@/features/imports/commands/map-import';
import { startImport } from '@/features/imports/commands/start-import';
import { undoImport } from '@/features/imports/commands/undo-import';
import { uploadImport } from '@/features/imports/commands/upload-import';
import { getImport } from '@/features/imports/queries/get-import';
import { mapImportSchema, type Import } from '@/features/imports/schemas/import';
import type { Context } from '@/platform/auth/context';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import type { Subscriber } from '@/platform/events/define-subscriber';
import { relayEvents } from '@/platform/events/relay-events';
import { runEffect } from '@/platform/events/run-effect';
import { encodeId } from '@/shared/ids';
import { subscribers } from '@/worker/subscribers';
import { createListQueue, createRuntime } from './events';

export interface ImportTrial {
  name?: string;
  mapping?: Record<string, string>;
  settings?: Record<string, string>;
}

/** Uploads a file and maps it as guessed, unless told otherwise. Answers the import's id. */
export async function mapFile(ctx: Context, content: string | Uint8Array, trial: ImportTrial = {}): Promise<string> {
  const { name = 'list.csv', mapping = {}, settings = {} } = trial;
  const id = await uploadImport(ctx, { bytes: chunksOf(content), name, contentType: 'text/csv' });
  const input = mapImportSchema.parse({ id: encodeId('import', id), mapping, settings });
  await inWorkspace(ctx, (tx) => mapImport(tx, input));
  return id;
}

async function* chunksOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length || at === 0; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Uploads, maps, starts and lets the worker's subscribers run to the end. */
export async function importList(ctx: Context, content: string | Uint8Array, trial?: ImportTrial): Promise<Import> {
  const id = await mapFile(ctx, content, trial);
  await inWorkspace(ctx, (tx) => startImport(tx, { id }));
  await work();
  return readImport(ctx, id);
}

export function importFixtureList(ctx: Context, path: string, trial?: ImportTrial): Promise<Import> {
  return importList(ctx, readFileSync(`../shared/fixtures/${path}`), { name: path.split('/').at(-1)!, ...trial });
}

export function readImport(ctx: Context, id: string): Promise<Import> {
  return inWorkspace(ctx, (tx) => getImport(tx, id));
}

export async function tryImport(ctx: Context, id: string): Promise<Import> {
  await inWorkspace(ctx, (tx) => dryRunImport(tx, { id }));
  await work();
  return readImport(ctx, id);
}

export async function takeBack(ctx: Context, id: string): Promise<Import> {
  await inWorkspace(ctx, (tx) => undoImport(tx, { id }));
  await work();
  return readImport(ctx, id);
}

/** What the worker would do now, in this process: relays what was committed and runs every effect that follows. */
export async function work(chosen: readonly Subscriber[] = subscribers): Promise<void> {
  const queue = createListQueue();
  const relay = { subscribers: chosen, queue, clock: systemClock, setAside: new Map<string, number>() };
  const runtime = createRuntime(chosen);
  do {
    const jobs = queue.jobs.splice(0);
    await Promise.all(jobs.map(({ workspaceId, effectId }) => runEffect(runtime, { workspaceId, effectId })));
    while (await relayEvents(relay));
  } while (queue.jobs.length > 0);
}
