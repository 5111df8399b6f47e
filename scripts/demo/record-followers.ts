import { recordAudienceSnapshot } from '@/features/creators/commands/record-audience-snapshot';
import { recordHandleMetrics } from '@/features/creators/commands/record-handle-metrics';
import type { Tx } from '@/platform/db/in-workspace';
import type { DemoCreator } from './creators.data';
import type { Step } from './demo-workspace';

const month = 30.44 * 24 * 60 * 60_000;
const source = 'HypeAuditor export';

/** A year of monthly follower counts that lead to today's, with this month's engagement rate and audience. */
export function recordFollowers(
  creator: DemoCreator,
  told: { idOf: () => string; now: number; began: number },
): Step[] {
  const steps: Step[] = [];
  for (let back = 11; back >= 0; back -= 1) {
    const at = new Date(Math.max(told.now - back * month - 60_000, told.began + (12 - back) * 60_000));
    steps.push({ at, by: 'marketer', run: (tx) => recordMonth(tx, { creator, creatorId: told.idOf(), back, at }) });
  }
  return steps;
}

interface Month {
  creator: DemoCreator;
  creatorId: string;
  back: number;
  at: Date;
}

async function recordMonth(tx: Tx, { creator, creatorId, back, at }: Month): Promise<void> {
  const handles = await tx.db.handle.findMany({
    where: { creatorId },
    select: { id: true, platform: true, isPrimary: true },
  });
  for (const [platform, , followers, growth] of creator.handles) {
    const handle = handles.find((known) => known.platform === platform);
    if (!handle) continue;
    const season = 1 + Math.sin((at.getMonth() / 12) * 2 * Math.PI + followers) * 0.004;
    const count = back === 0 ? followers : Math.round((followers / (1 + growth) ** back) * season);
    const metrics = { followers: count, ...(handle.isPrimary && { engagement_rate: creator.engagement }) };
    await recordHandleMetrics(tx, { handleId: handle.id, metrics, asOf: at, source });
    if (back === 0 && handle.isPrimary) await recordAudience(tx, { handleId: handle.id, country: creator.country, at });
  }
}

async function recordAudience(
  tx: Tx,
  { handleId, country, at }: { handleId: string; country: string; at: Date },
): Promise<void> {
  await recordAudienceSnapshot(tx, {
    handleId,
    asOf: at,
    source,
    countries: { [country]: 0.46, US: country === 'US' ? 0.46 : 0.12, GB: country === 'GB' ? 0.46 : 0.07 },
    ages: { '13-17': 0.06, '18-24': 0.34, '25-34': 0.41, '35-44': 0.14, '45+': 0.05 },
    genders: { female: 0.71, male: 0.27, other: 0.02 },
    authenticity: 0.87,
  });
}
