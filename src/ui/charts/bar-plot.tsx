'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { chartColor, type ChartPoint, type PlotProps } from './chart-data';
import { axisProps, PlotTooltip } from './plot-parts';

/** The drawing of `BarChart`; brings Recharts, so it is only ever imported dynamically. */
export function BarPlot({ series, points, format, onOpen }: PlotProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...points]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        onClick={({ activeTooltipIndex }) => {
          const point = points[Number(activeTooltipIndex)];
          if (point) onOpen(point);
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" {...axisProps} minTickGap={8} />
        <YAxis {...axisProps} width={56} tickFormatter={format} />
        <Tooltip content={<PlotTooltip series={series} format={format} />} cursor={{ fill: 'var(--sunken)' }} />
        {series.map((one, index) => (
          <Bar
            key={one.key}
            name={one.label}
            dataKey={(point: ChartPoint) => point.values[one.key]}
            fill={chartColor(index)}
            radius={[3, 3, 0, 0]}
            maxBarSize={34}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
