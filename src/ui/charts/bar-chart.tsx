'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { Skeleton } from '../skeleton';
import type { ChartProps } from './chart-data';
import { ChartFrame } from './chart-frame';

const BarPlot = dynamic(() => import('./bar-plot').then((module) => module.BarPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-sm" />,
});

/** How things compare. A bar opens the rows behind it. The drawing is loaded when it is needed. */
export function BarChart(props: ChartProps) {
  const router = useRouter();
  return (
    <ChartFrame {...props}>
      <BarPlot
        series={props.series}
        points={props.points}
        format={props.format}
        onOpen={({ href }) => href && router.push(href)}
      />
    </ChartFrame>
  );
}
