import { describe, expect, it } from 'vitest';
import { followerChange } from '@/features/creators/model/follower-change';

const followers = (value: number, asOf: string) => ({ metric: 'followers', value, asOf });

describe('followerChange', () => {
  it('compares the newest number with the one nearest to 90 days before, in any order', () => {
    const history = [
      followers(100, '2026-01-01T00:00:00Z'),
      followers(220, '2026-11-20T00:00:00Z'),
      followers(200, '2026-08-20T00:00:00Z'),
      followers(215, '2026-10-25T00:00:00Z'),
    ];
    expect(followerChange(history)).toEqual({ share: expect.closeTo(0.1, 10), since: '2026-08-20T00:00:00Z' });
  });

  it('takes an older number where there is none nearer', () => {
    const history = [followers(50, '2025-01-01T00:00:00Z'), followers(40, '2026-11-20T00:00:00Z')];
    expect(followerChange(history)?.share).toBeCloseTo(-0.2);
  });

  it('says nothing of a single number, of numbers of the same weeks, of nought and of other metrics', () => {
    expect(followerChange([])).toBeNull();
    expect(followerChange([followers(5, '2026-11-20T00:00:00Z')])).toBeNull();
    expect(followerChange([followers(5, '2026-11-20T00:00:00Z'), followers(4, '2026-11-01T00:00:00Z')])).toBeNull();
    expect(followerChange([followers(5, '2026-11-20T00:00:00Z'), followers(0, '2026-08-20T00:00:00Z')])).toBeNull();
    expect(followerChange([{ metric: 'posts', value: 3, asOf: '2026-08-20T00:00:00Z' }])).toBeNull();
  });
});
