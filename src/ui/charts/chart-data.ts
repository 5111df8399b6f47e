/** One line or one set of bars. */
export interface ChartSeries {
  /** The name of its value in each point. */
  key: string;
  label: string;
  /** For what is forecast or estimated. */
  dashed?: boolean;
}

/** What stands at one place of the axis: a value per series, null where there is none. */
export interface ChartPoint {
  label: string;
  values: Readonly<Record<string, number | null>>;
  /** The rows this came from. */
  href?: string;
}

export interface ChartProps {
  title: string;
  /** What the axis below shows, such as `Day`. */
  axisLabel: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  format: (value: number) => string;
  /** The zone its days are cut by, the currency of its amounts, what is left out: always said under the chart. */
  caption: string;
  height?: number;
}

/** The part of a chart that is loaded later: the drawing itself. */
export interface PlotProps {
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  format: (value: number) => string;
  onOpen: (point: ChartPoint) => void;
}

export const chartColors = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)'] as const;

/** The colour of the series at a place; after the fifth they begin again. */
export function chartColor(index: number): string {
  return chartColors[index % chartColors.length] ?? chartColors[0];
}
