'use client';

import { useId, useState, type ReactNode } from 'react';
import { Button } from '../button';
import { cn } from '../cn';
import { uiTexts } from '../ui-texts';
import { chartColor, type ChartProps } from './chart-data';
import { ChartTable } from './chart-table';

/** Title, legend, caption and the table every chart has; a screen reader always gets the table. */
export function ChartFrame({ children, ...chart }: ChartProps & { children: ReactNode }) {
  const { title, series, caption, height = 220 } = chart;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure aria-labelledby={id} className="min-w-0">
      <div className="flex items-center gap-2 pb-2">
        <h3 id={id} className="min-w-0 flex-1 font-semibold">
          {title}
        </h3>
        <Button variant="quiet" size="s" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? uiTexts.chart.showChart : uiTexts.chart.showTable}
        </Button>
      </div>
      {!asTable && (
        <div aria-hidden="true" style={{ height }} className="min-w-0">
          {children}
        </div>
      )}
      <div
        className={asTable ? 'overflow-auto' : 'sr-only'}
        style={asTable ? { maxHeight: height } : undefined}
        {...(asTable ? { tabIndex: 0, role: 'region', 'aria-label': `${title}, ${uiTexts.chart.asTable}` } : {})}
      >
        <ChartTable {...chart} linked={asTable} />
      </div>
      <figcaption className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2 text-sm text-ink-2">
        {series.map((one, index) => (
          <span key={one.key} className="inline-flex items-center gap-1.5">
            <span
              aria-hidden="true"
              style={{ borderColor: chartColor(index) }}
              className={cn('w-3 border-t-2', one.dashed && 'border-dashed')}
            />
            {one.label}
          </span>
        ))}
        <span className="ml-auto text-ink-3">{caption}</span>
      </figcaption>
    </figure>
  );
}
