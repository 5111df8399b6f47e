import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseEnv } from '@/platform/env/env';
import { connectGuarded } from '@/platform/net/connect-guarded';
import { guardedLookup } from '@/platform/net/guarded-lookup';
import { isPublicAddress } from '@/platform/net/is-public-address';
import { requestGuarded } from '@/platform/net/request-guarded';
import { testEnvironment } from '../../../support/context';

const oracle = new URL('../../../../../shared/fixtures/torture/ssrf/private_ip_expected.json', import.meta.url);
const slot = globalThis as typeof globalThis & { rapportEnv?: ReturnType<typeof parseEnv> };
const servers: Server[] = [];

function allowPrivate(allowed: boolean): void {
  const variables = testEnvironment('postgres://nobody@127.0.0.1:9/nothing');
  slot.rapportEnv = parseEnv({ ...variables, ALLOW_PRIVATE_HOSTS: allowed ? '1' : '0' });
}

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

beforeEach(() => allowPrivate(false));
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const limits = () => ({ signal: AbortSignal.timeout(5_000), maxBytes: 10_000 });

/** What opening a connection to the host ends in. */
function reach(host: string): Promise<string> {
  return new Promise((resolve) => {
    try {
      const socket = connectGuarded({ host, port: 9 });
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      socket.once('connect', () => resolve('connected'));
    } catch (error) {
      resolve((error as NodeJS.ErrnoException).code ?? 'thrown');
    }
  });
}

describe('addresses', () => {
  it.skipIf(!existsSync(oracle))('are told apart as the published cases say', () => {
    const cases = JSON.parse(readFileSync(oracle, 'utf8')) as Record<
      'public' | 'private_or_reserved_must_block' | 'invalid',
      string[]
    >;
    expect(cases.public.filter((address) => !isPublicAddress(address))).toEqual([]);
    const { private_or_reserved_must_block: blocked, invalid } = cases;
    expect([...blocked, ...invalid].filter(isPublicAddress)).toEqual([]);
  });

  it('count as what they carry inside', () => {
    for (const address of [
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '0:0:0:0:0:ffff:10.0.0.1',
      'fe80::1%eth0',
      '64:ff9b::a9fe:a9fe',
    ]) {
      expect(isPublicAddress(address), address).toBe(false);
    }
    expect(isPublicAddress('::ffff:93.184.216.34')).toBe(true);
  });
});

describe('connections to hosts that people name', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    'localhost',
    '::1',
    '::ffff:127.0.0.1',
    '169.254.169.254',
    '0.0.0.0',
  ])('refuse %s', async (host) => {
    expect(await reach(host)).toBe('EPRIVATEHOST');
  });

  it('are made when private hosts are allowed', async () => {
    allowPrivate(true);
    expect(await reach('127.0.0.1')).toBe('ECONNREFUSED');
    expect(await reach('localhost')).toBe('ECONNREFUSED');
  });

  it('hand a socket only what was checked', async () => {
    const answer = await new Promise((resolve) => guardedLookup('localhost', { all: true }, (error) => resolve(error)));
    expect(answer).toMatchObject({ code: 'EPRIVATEHOST' });
  });
});

describe('requests to addresses that people name', () => {
  it('refuse private hosts in every spelling, other protocols and names with a password', async () => {
    const port = await serve((_request, response) => response.end('secret'));
    for (const host of ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '[::1]']) {
      await expect(requestGuarded(`http://${host}:${port}/`, limits()), host).rejects.toThrow(
        'not on the public internet',
      );
    }
    for (const url of ['file:///etc/passwd', 'ftp://example.com/', 'gopher://x/', `http://user:pw@example.com/`]) {
      await expect(requestGuarded(url, limits()), url).rejects.toThrow('no address that can be asked');
    }
  });

  it('check each host of a redirect, and hand on no headers to another origin', async () => {
    allowPrivate(true);
    const seen: (string | undefined)[] = [];
    const target = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end('there');
    });
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${target}/` }).end(),
    );
    const asked = { ...limits(), headers: { authorization: 'Bearer secret' } };
    expect((await requestGuarded(`http://127.0.0.1:${port}/`, asked)).status).toBe(302);
    const followed = await requestGuarded(`http://127.0.0.1:${port}/`, { ...asked, redirects: 1 });
    expect([followed.body.toString(), seen]).toEqual(['there', [undefined]]);
    const loop: number = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${loop}/` }).end(),
    );
    expect((await requestGuarded(`http://127.0.0.1:${loop}/`, { ...limits(), redirects: 3 })).status).toBe(302);
    const out = await serve((_request, response) => {
      allowPrivate(false);
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    });
    await expect(requestGuarded(`http://127.0.0.1:${out}/`, { ...limits(), redirects: 1 })).rejects.toThrow(
      '169.254.169.254',
    );
  });

  it('read no more than they were told to', async () => {
    allowPrivate(true);
    const port = await serve((_request, response) => response.end(Buffer.alloc(20_000)));
    await expect(requestGuarded(`http://127.0.0.1:${port}/`, limits())).rejects.toThrow('larger than 10000 bytes');
  });
});
