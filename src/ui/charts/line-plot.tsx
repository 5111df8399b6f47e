'use client';

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { chartColor, type ChartPoint, type PlotProps } from './chart-data';
import { axisProps, PlotTooltip } from './plot-parts';

/** The drawing of `LineChart`; brings Recharts, so it is only ever imported dynamically. */
export function LinePlot({ series, points, format, onOpen }: PlotProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={[...points]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        onClick={({ activeTooltipIndex }) => {
          const point = points[Number(activeTooltipIndex)];
          if (point) onOpen(point);
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" {...axisProps} minTickGap={24} />
        <YAxis {...axisProps} width={56} tickFormatter={format} />
        <Tooltip content={<PlotTooltip series={series} format={format} />} cursor={{ stroke: 'var(--line-strong)' }} />
        {series.map((one, index) => (
          <Line
            key={one.key}
            name={one.label}
            dataKey={(point: ChartPoint) => point.values[one.key]}
            stroke={chartColor(index)}
            strokeWidth={2}
            strokeDasharray={one.dashed ? '4 5' : undefined}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
