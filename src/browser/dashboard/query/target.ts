import { rangeUtil } from '@grafana/data';
import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import { sourceOf } from '#browser/dashboard/model/panel.js';
import { isTrueAt, numberAt, oneOf, textAt } from '#browser/frame/read.js';
import { forPrometheus } from '#browser/dashboard/variable/formats.js';
import { interpolate, type Known } from '#browser/dashboard/variable/interpolate.js';
import { rangeVariables, stepVariables } from './built-in.js';
import { type Fineness, stepOf } from './steps.js';

/** A query of a panel, ready to be sent. */
export interface Target {
  readonly refId: string;
  readonly source: string;
  readonly format: 'time_series' | 'table' | 'heatmap';
  readonly legend: string;
  /** As the model has it, and with its variables filled in. */
  readonly written: string;
  readonly expr: string;
  readonly isInstant: boolean;
  readonly isRange: boolean;
  /** In milliseconds. */
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

export interface Asking {
  readonly from: number;
  readonly to: number;
  readonly known: Known;
  /** In seconds. */
  readonly scrapeInterval: number;
  /** How many points the panel can show. */
  readonly points: number;
}

const lengthOf = (written: string | undefined): number | undefined => {
  // `>1m` is how Grafana once wrote that an interval is the shortest.
  const text = written?.replace(/^>/, '').trim();
  if (!text || !/^\d+(\.\d+)?\s*[a-zA-Z]+$/.test(text)) return undefined;
  return rangeUtil.intervalToMs(text);
};

/** The range of a panel: the page's, but for what the panel has of its own. */
const rangeOf = (
  { timeFrom, timeShift }: PanelGiven,
  { from, to, known }: Asking,
): readonly [number, number] => {
  const own = lengthOf(timeFrom && interpolate(timeFrom, known, forPrometheus));
  const shift = lengthOf(timeShift && interpolate(timeShift, known, forPrometheus)) ?? 0;
  return [(own === undefined ? from : to - own) - shift, to - shift];
};

/** The queries of a panel that are not hidden. */
export const targetsOf = (panel: PanelGiven, asking: Asking): readonly Target[] => {
  const [from, to] = rangeOf(panel, asking);
  const base = { ...asking.known, ...rangeVariables(from, to) };
  const scrape = asking.scrapeInterval * 1000;
  return panel.targets
    .filter((target) => !isTrueAt(target, 'hide'))
    .map((target, at) => {
      const ownStep = lengthOf(interpolate(textAt(target, 'interval') ?? '', base, forPrometheus));
      const fineness: Fineness = {
        from,
        to,
        maxDataPoints: panel.maxDataPoints ?? asking.points,
        minStep: ownStep ?? lengthOf(interpolate(panel.interval ?? '', base, forPrometheus)) ?? scrape,
        scrape: ownStep ?? scrape,
        factor: numberAt(target, 'intervalFactor') ?? 1,
      };
      const known = { ...base, ...stepVariables(fineness) };
      const written = textAt(target, 'expr') ?? '';
      const isInstant = isTrueAt(target, 'instant');
      return {
        refId: textAt(target, 'refId') ?? String.fromCharCode(65 + at),
        source: sourceOf(target) ?? panel.source,
        format: oneOf(['time_series', 'table', 'heatmap'], target, 'format'),
        legend: interpolate(textAt(target, 'legendFormat') ?? '', known, (values) => values.join(',')),
        written,
        expr: interpolate(written, known, forPrometheus),
        isInstant,
        isRange: !isInstant || isTrueAt(target, 'range'),
        step: stepOf(fineness),
        from,
        to,
      };
    })
    .filter(({ expr, source }) => expr.trim() !== '' || source !== 'prometheus');
};
