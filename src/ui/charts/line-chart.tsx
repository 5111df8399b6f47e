'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { Skeleton } from '../skeleton';
import type { ChartProps } from './chart-data';
import { ChartFrame } from './chart-frame';

const LinePlot = dynamic(() => import('./line-plot').then((module) => module.LinePlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full rounded-sm" />,
});

/** How something moves over time. A point opens the rows behind it. The drawing is loaded when it is needed. */
export function LineChart(props: ChartProps) {
  const router = useRouter();
  return (
    <ChartFrame {...props}>
      <LinePlot
        series={props.series}
        points={props.points}
        format={props.format}
        onOpen={({ href }) => href && router.push(href)}
      />
    </ChartFrame>
  );
}
