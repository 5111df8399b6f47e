'use client';

import type { TooltipContentProps } from 'recharts';
import { uiTexts } from '../ui-texts';
import type { ChartPoint, PlotProps } from './chart-data';

export const axisProps = {
  stroke: 'var(--ink-3)',
  tick: { fill: 'var(--ink-3)', fontSize: 11 },
  tickLine: false,
  axisLine: false,
} as const;

/** What hovers over the drawing: the place and the value of each series there. */
export function PlotTooltip(props: Partial<TooltipContentProps> & Pick<PlotProps, 'series' | 'format'>) {
  const point = props.payload?.[0]?.payload as ChartPoint | undefined;
  if (!props.active || !point) return null;
  return (
    <div className="rounded-sm border border-line bg-raised px-2.5 py-1.5 text-sm shadow-pop">
      <p className="font-medium">{point.label}</p>
      {props.series.map(({ key, label }) => (
        <p key={key} className="num flex gap-3 text-ink-2">
          <span className="flex-1">{label}</span>
          <span className="text-ink">{valueText(point.values[key], props.format)}</span>
        </p>
      ))}
    </div>
  );
}

function valueText(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? uiTexts.notAvailable : format(value);
}
