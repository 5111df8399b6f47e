import { describe, expect, it } from 'vitest';
import { routeMessage, type RoutingFacts } from '@/features/threads/model/route-message';

type Routing = RoutingFacts['contacts'][number]['routing'];
const contact = (name: string, routing: Routing, changes: { topics?: string[]; address?: string | null } = {}) => ({
  name,
  routing,
  address: `${name}@x`,
  topics: [],
  ...changes,
});
const facts = (changes: Partial<RoutingFacts> = {}): RoutingFacts => ({
  displayName: 'Ann',
  address: 'ann@x',
  isMinor: false,
  guardian: null,
  contacts: [],
  ...changes,
});
const routed = (given: RoutingFacts, asked: Parameters<typeof routeMessage>[1] = {}) => {
  const { to, cc } = routeMessage(given, asked);
  return [to.map(({ address }) => address), cc.map(({ address }) => address)];
};

describe('routeMessage', () => {
  it.each<[string, { given: RoutingFacts; topic?: string; expected: string[][] }]>([
    ['the creator', { given: facts(), expected: [['ann@x'], []] }],
    [
      'nobody without an address',
      { given: facts({ address: null, contacts: [contact('c', 'copied')] }), expected: [[], []] },
    ],
    [
      'who stands in',
      {
        given: facts({ contacts: [contact('m', 'instead'), contact('n', 'instead')] }),
        expected: [['m@x', 'n@x'], []],
      },
    ],
    [
      'who stands in on the topic',
      {
        given: facts({ contacts: [contact('l', 'instead', { topics: ['Law'] })] }),
        topic: 'law',
        expected: [['l@x'], []],
      },
    ],
    [
      'the creator on other topics',
      {
        given: facts({ contacts: [contact('l', 'instead', { topics: ['law'] })] }),
        topic: 'fees',
        expected: [['ann@x'], []],
      },
    ],
    [
      'the creator without a topic',
      { given: facts({ contacts: [contact('l', 'instead', { topics: ['law'] })] }), expected: [['ann@x'], []] },
    ],
    [
      'nobody past who stands in',
      { given: facts({ contacts: [contact('l', 'instead', { address: null })] }), expected: [[], []] },
    ],
    [
      'who is copied, once',
      {
        given: facts({ contacts: [contact('c', 'copied'), contact('d', 'copied', { address: 'C@X' })] }),
        expected: [['ann@x'], ['c@x']],
      },
    ],
    [
      'nobody twice',
      { given: facts({ contacts: [contact('c', 'copied', { address: 'ANN@x' })] }), expected: [['ann@x'], []] },
    ],
    [
      'the guardian of a minor',
      {
        given: facts({
          isMinor: true,
          guardian: { name: 'G', address: 'g@x' },
          contacts: [contact('m', 'instead'), contact('c', 'copied')],
        }),
        expected: [['g@x'], ['c@x']],
      },
    ],
    [
      'nobody past a guardian without an address',
      { given: facts({ isMinor: true, guardian: { name: 'G', address: null } }), expected: [[], []] },
    ],
    [
      'a creator of age, whoever was their guardian',
      { given: facts({ guardian: { name: 'G', address: 'g@x' } }), expected: [['ann@x'], []] },
    ],
  ])('writes to %s', (_, { given, topic, expected }) => {
    expect(routed(given, { topic })).toEqual(expected);
  });

  it('leaves the writer the choice, but tells the guardian', () => {
    const to = [{ name: null, address: 'z@x' }];
    expect(routed(facts({ contacts: [contact('c', 'copied')] }), { to })).toEqual([['z@x'], []]);
    expect(routed(facts({ isMinor: true, guardian: { name: 'G', address: 'g@x' } }), { to })).toEqual([
      ['z@x'],
      ['g@x'],
    ]);
  });
});
