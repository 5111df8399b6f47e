import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { indexSubscribers } from '@/platform/events/effect-runtime';
import { subscribers } from '@/worker/subscribers';
import { testEnvironment } from '../support/context';
import { listFiles } from './list-files';

describe('the list of subscribers', () => {
  it('holds every file of every slice’s subscribers folder', async () => {
    const list = await readFile('src/worker/subscribers.ts', 'utf8');
    const files = await listFiles(['src/features'], /^src\/features\/[^/]+\/subscribers\/[^/]+\.ts$/);
    const declaring = [];
    for (const file of files)
      if (/define(Internal|External|Long)Subscriber\(/.test(await readFile(file, 'utf8'))) declaring.push(file);
    const missing = declaring.filter((file) => !list.includes(file.replace('src/', '@/').replace('.ts', '')));
    expect(missing).toEqual([]);
  });

  it('is the one whose effects an admin can try again, each by a name of its own', async () => {
    Object.assign(process.env, testEnvironment('postgresql://nobody@127.0.0.1:9/none'));
    const { subscriberTitles } = await import('@/app/effects/subscriber-titles');
    const named = subscriberTitles.map(({ subscriber }) => subscriber.name);
    expect(named.sort()).toEqual(subscribers.map(({ name }) => name).sort());
    expect(new Set(subscriberTitles.map(({ title }) => title)).size).toBe(named.length);
  });

  it('names each of them once', () => {
    expect(indexSubscribers(subscribers).size).toBe(subscribers.length);
    expect(() => indexSubscribers([...subscribers, ...subscribers, ...twice])).toThrow(/same name/);
  });
});

const twice = [1, 2].map(() => ({
  kind: 'internal' as const,
  name: 'test.twice',
  on: [],
  run: () => Promise.resolve(),
}));
