// A server of node:http and pg alone: node --import tsx scripts/bench/bare-server.ts PORT RECORDING_URL
import { createServer } from 'node:http';
import { createPool } from '@/platform/db/pool';
import { env } from '@/platform/env/env';
import { type Recording, replayStatements } from './replay-statements';

const [port, recordingUrl = ''] = process.argv.slice(2);
const recording = (await (await fetch(recordingUrl)).json()) as Recording;
const pool = createPool(env().DATABASE_URL, 10);
const kept = new Set([new URL(recordingUrl).searchParams.get('workspaceId') ?? '']);

createServer((_request, response) => {
  void answer().then((body) => response.setHeader('content-type', 'application/json').end(body));
}).listen(Number(port), '127.0.0.1');

async function answer(): Promise<string> {
  const client = await pool.connect();
  try {
    return JSON.stringify({ data: await replayStatements(client, recording, { creatorId: '', kept }) });
  } finally {
    client.release();
  }
}
