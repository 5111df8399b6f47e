import type { KnownHandle, MetricPoint } from './known-creator';

/** What a handle carries for lists, of the newest of its history: as `refreshCreatorNumbers` would set it. */
export function handleNumbers(handle: KnownHandle) {
  const followers = newestPoint(handle, 'followers');
  return {
    id: handle.id,
    followers: followers ? Math.round(followers.value) : null,
    followersAsOf: followers ? new Date(followers.asOf).toISOString() : null,
    engagementRate: newestPoint(handle, 'engagement_rate')?.value ?? null,
  };
}

function newestPoint(handle: KnownHandle, metric: string): MetricPoint | undefined {
  return [...(handle.points.get(metric) ?? [])].sort((a, b) => b.asOf - a.asOf)[0];
}
