import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionDefinition } from '@/platform/http/define-action';
import type { RouteDefinition } from '@/platform/http/define-route';
import { testEnvironment } from '../support/context';
import { listFiles } from './list-files';

/** Served without a key, on purpose. */
const keyless = ['/docs', '/openapi.json'];
/** Outside /api/v1: sign-in, health, metrics by their token, and what browsers do with their session. */
const ownRoutes = [
  'src/app/api/auth/[...nextauth]/route.ts',
  'src/app/api/health/live/route.ts',
  'src/app/api/health/ready/route.ts',
  'src/app/api/metrics/route.ts',
];

let allRoutes: RouteDefinition[];
let allActions: ActionDefinition[];
let publicActions: { name: string }[];

beforeAll(async () => {
  Object.assign(process.env, testEnvironment('postgresql://nobody@127.0.0.1:9/none'));
  const definitions = await import('@/app/definitions');
  allRoutes = definitions.allRoutes;
  allActions = definitions.allActions;
  publicActions = definitions.allPublicActions;
});
afterAll(() => {
  allRoutes = [];
});

/** Every definition that any module of the slices exports by itself. */
async function definedIn<T extends object>(pattern: RegExp, isOne: (value: unknown) => value is T): Promise<T[]> {
  const files = await listFiles(['src/features'], /\.tsx?$/);
  const found: T[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    if (!pattern.test(text)) continue;
    const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
    found.push(...Object.values(module).filter(isOne));
  }
  return found;
}

const isRoute = (value: unknown): value is RouteDefinition =>
  typeof value === 'object' && value !== null && 'handler' in value && 'path' in value;
const isAction = (value: unknown): value is ActionDefinition =>
  typeof value === 'object' && value !== null && 'permission' in value && 'input' in value && 'run' in value;

describe('the static list of definitions', () => {
  it('holds every route that a slice defines, once', async () => {
    const defined = await definedIn(/\bdefine(Raw)?Route\b/, isRoute);
    expect(defined.length).toBeGreaterThan(20);
    expect(defined.filter((route) => !allRoutes.includes(route)).map((route) => route.name)).toEqual([]);
    expect(new Set(allRoutes.map((route) => route.name)).size).toBe(allRoutes.length);
    expect(new Set(allRoutes.map((route) => `${route.method} ${route.path}`)).size).toBe(allRoutes.length);
  });

  it('holds every action that a slice defines, once', async () => {
    const defined = await definedIn(/\bdefine(Public)?Action\b/, isAction);
    const listed = new Set<object>([...allActions, ...publicActions]);
    expect(defined.length).toBeGreaterThan(20);
    expect(defined.filter((action) => !listed.has(action)).map((action) => action.name)).toEqual([]);
    expect(new Set(allActions.map((action) => action.name)).size).toBe(allActions.length);
  });
});

describe('Next serves', () => {
  it('each route at its path and method, and nothing else below /api/v1', async () => {
    const files = await listFiles(['src/app/api/v1'], /route\.ts$/);
    const served: string[] = [];
    for (const file of files) {
      const path = file
        .replace('src/app/api/v1', '')
        .replace('/route.ts', '')
        .replace(/\[(\w+)\]/g, '{$1}');
      if (keyless.includes(path)) continue;
      const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
      for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
        if (!(method in module)) continue;
        const route = allRoutes.find((candidate) => candidate.method === method && candidate.path === path);
        expect(route?.handler, `${method} ${path} in ${file}`).toBe(module[method]);
        served.push(`${method} ${path}`);
      }
    }
    expect(served.sort()).toEqual(allRoutes.map((route) => `${route.method} ${route.path}`).sort());
  });

  it('nothing else without asking whose session it is', async () => {
    const files = await listFiles(['src/app/api'], /route\.ts$/);
    const others = files.filter((file) => !file.startsWith('src/app/api/v1/') && !ownRoutes.includes(file));
    for (const file of others) {
      const text = await readFile(file, 'utf8');
      const behind = [...text.matchAll(/from '@\/(features\/[^']+\/api\/[^']+)'/g)].map(
        (match) => `src/${match[1]}.ts`,
      );
      const texts = [text, ...(await Promise.all(behind.map((path) => readFile(path, 'utf8'))))];
      expect(texts.join('\n'), file).toMatch(/answerForSession\(|runRead\(|currentContext\([^]*requirePermission\(/);
    }
  });

  it('every server action through runAction with one of the list', async () => {
    const files = await listFiles(['src'], /\.tsx?$/);
    let functions = 0;
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      if (!/^\s*'use server';/m.test(text)) continue;
      expect(text, `${file} begins with 'use server'`).toMatch(/^'use server';/);
      const exported = [...text.matchAll(/export async function (\w+)/g)];
      const run = [...text.matchAll(/(?:runAction|carryOutPublicAction)\((\w+)Action,/g)];
      expect(
        run.map((match) => match[1]),
        file,
      ).toEqual(exported.map((match) => match[1]));
      functions += exported.length;
    }
    expect(functions).toBeGreaterThan(10);
  });
});
