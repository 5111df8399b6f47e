import Link from 'next/link';
import { uiTexts } from '../ui-texts';
import type { ChartProps } from './chart-data';

/** The numbers of a chart; with `linked`, each place of the axis leads to its rows. */
export function ChartTable({ title, axisLabel, series, points, format, linked }: ChartProps & { linked: boolean }) {
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-sm text-ink-3">
          <th scope="col" className="border-b border-line py-1.5 pr-3 font-medium">
            {axisLabel}
          </th>
          {series.map((one) => (
            <th key={one.key} scope="col" className="border-b border-line py-1.5 pl-3 text-right font-medium">
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.label}>
            <th scope="row" className="border-b border-line py-1.5 pr-3 font-normal">
              {linked && point.href ? (
                <Link href={point.href} className="text-accent-text hover:underline">
                  {point.label}
                </Link>
              ) : (
                point.label
              )}
            </th>
            {series.map((one) => (
              <td key={one.key} className="num border-b border-line py-1.5 pl-3 text-right">
                {valueText(point.values[one.key], format)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueText(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? uiTexts.notAvailable : format(value);
}
