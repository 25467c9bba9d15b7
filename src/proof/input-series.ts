import type { Behaviour, Course, CounterCourse, DrawnCourse } from '#alerts/scenario/behaviour.js';
import type { Level } from '#alerts/scenario/level.js';
import { levels } from '#alerts/scenario/course.js';
import { levelAt } from '#alerts/scenario/motion.js';
import { spelledPair, spelledSeries } from '#promql/expr/spelled.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Timeline } from './timeline.js';

/** A series of promtool's unit tests, https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** Samples from one index up to another, not included, along a straight line; or none. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: Level;
  readonly step: number;
}

/** What a series is called in a test. */
export const seriesName = ({ name }: MetricInfo, labels: Behaviour['labels']): string => {
  const matchers = Object.entries(labels).map(([label, value]) => spelledPair(label, '=', value));
  return spelledSeries(name, matchers, true);
};

/**
 * A behaviour over a timeline, piece by piece.
 *
 * @param failing The scrapes that fail: each tenth from this one on, counted from 0.
 */
export const piecesOf = (
  { metric, course }: Pick<Behaviour, 'metric' | 'course'>,
  time: Timeline,
  failing?: number,
): readonly Piece[] => {
  const pieces = steadyPieces(course, time);
  return failing === undefined ? pieces : pieces.flatMap((piece) => interrupted(piece, failing, metric.name));
};

const steadyPieces = (course: Behaviour['course'], time: Timeline): readonly Piece[] => {
  switch (course.type) {
    case 'gauge':
      return appearing(gaugePieces(course.value, time), time, course.appears);
    case 'drawn':
      return drawnPieces(course, time);
    case 'counter':
      return course.uneven ? unevenPieces(course, time) : counterPieces(course, time);
  }
};

/** The same in promtool's notation. */
export const inputSeries = (behaviour: Behaviour, time: Timeline, failing?: number): InputSeries => ({
  series: seriesName(behaviour.metric, behaviour.labels),
  values: piecesOf(behaviour, time, failing).map(notation).join(' '),
});

/** Every so many scrapes one fails. */
const everyTenth = 10;

/** A piece without the samples of scrapes that fail: each ends the series, but `up`, which is 0 then. */
const interrupted = (piece: Piece, failing: number, name: string): readonly Piece[] => {
  const { from, to, start, step } = piece;
  if (start === 'missing') return [piece];
  const first = from + ((((failing - from) % everyTenth) + everyTenth) % everyTenth);
  const fails = Array.from(
    { length: Math.max(0, Math.ceil((to - first) / everyTenth)) },
    (_, i) => first + i * everyTenth,
  );
  const cuts = [from, ...fails.flatMap((at) => [at, at + 1]), to];
  return cuts.slice(0, -1).flatMap((at, i): Piece[] => {
    const until = cuts[i + 1] ?? to;
    if (at >= until) return [];
    const failed = i % 2 === 1;
    if (failed) return [{ from: at, to: until, start: name === 'up' ? 0 : 'missing', step: 0 }];
    return [{ from: at, to: until, start: start + step * (at - from), step }];
  });
};

const indices = ({ step, begins, ends, settled }: Timeline) => ({
  first: begins / step,
  well: ends / step,
  // One more sample, so that the last evaluation has a present value.
  end: settled / step + 2,
});

const gaugePieces = (course: Course, time: Timeline): readonly Piece[] => {
  const { was, becomes, then } = levels(course);
  const { first, well, end } = indices(time);
  return [
    { from: 0, to: first, start: was, step: 0 },
    { from: first, to: well, start: becomes, step: 0 },
    { from: well, to: end, start: then, step: 0 },
  ];
};

/** Pieces without what lies before a series is first there. */
const appearing = (
  pieces: readonly Piece[],
  { step, begins }: Timeline,
  appears: number | undefined,
): readonly Piece[] => {
  if (appears === undefined) return pieces;
  const born = Math.ceil((begins + appears) / step);
  return pieces.flatMap((piece): Piece[] => {
    const { from, to } = piece;
    if (to <= born) return [{ ...piece, start: 'missing', step: 0 }];
    return from < born
      ? [
          { from, to: born, start: 'missing', step: 0 },
          { ...piece, from: born },
        ]
      : [piece];
  });
};

const counterPieces = ({ perSecond, events, restarts }: CounterCourse, time: Timeline): readonly Piece[] => {
  const { was, becomes, then } = levels(perSecond);
  const { first, well, end } = indices(time);
  const happenAt = events.map((after) => first + Math.ceil(after / time.step));
  const anew = restarts === undefined ? [] : [first + Math.ceil(restarts / time.step)];
  const cuts = [...new Set([0, first, well, ...happenAt, ...anew, end])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let total = 0;
  cuts.slice(0, -1).forEach((from, i) => {
    const to = cuts[i + 1] ?? end;
    const level = from < first ? was : from < well ? becomes : then;
    if (level === 'missing') {
      total = 0;
      pieces.push({ from, to, start: 'missing', step: 0 });
      return;
    }
    const step = level * time.step;
    // What has happened since the last scrape before is counted already.
    if (anew.includes(from)) total = step;
    total += happenAt.filter((index) => index === from).length;
    pieces.push({ from, to, start: total, step });
    // What the counter reads at the next piece's first sample.
    total += step * (to - from);
  });
  return pieces;
};

/** Sample by sample: nothing, then twice as much, and at the end of the fault from 0 again. */
const unevenPieces = ({ perSecond }: CounterCourse, time: Timeline): readonly Piece[] => {
  const { was, becomes, then } = levels(perSecond);
  const { first, well, end } = indices(time);
  // Short windows too still see it when the alert must fire.
  const anew = Math.max(first + 1, well - 3);
  let total: number | undefined;
  return Array.from({ length: end }, (_, index): Piece => {
    const level = index < first ? was : index < well ? becomes : then;
    const piece = { from: index, to: index + 1, step: 0 };
    if (level === 'missing') {
      total = undefined;
      return { ...piece, start: 'missing' };
    }
    // A rise belongs to the sample at its end.
    const rise = index % 2 === 0 ? 2 * level * time.step : 0;
    total = total === undefined ? 0 : index === anew ? rise : total + rise;
    return { ...piece, start: total };
  });
};

/** Sample by sample, those along a straight line together. */
const drawnPieces = ({ was, becomes, then }: DrawnCourse, time: Timeline): readonly Piece[] => {
  const { first, well, end } = indices(time);
  const start = time.start ?? 0;
  const phases = [
    { motion: was, from: 0, to: first },
    { motion: becomes, from: first, to: well },
    { motion: then, from: well, to: end },
  ];
  return phases.flatMap(({ motion, from, to }) =>
    inRuns(
      Array.from({ length: to - from }, (_, i) =>
        levelAt(motion, {
          after: i * time.step,
          now: start + (from + i) * time.step,
          fault: start + time.begins,
        }),
      ),
      from,
    ),
  );
};

/** Levels as pieces of one step each, as long as can be. */
const inRuns = (levels: readonly Level[], from: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  levels.forEach((level, i) => {
    const at = from + i;
    const last = pieces.at(-1);
    const extended = last && following(last, level, at);
    if (extended) pieces[pieces.length - 1] = extended;
    else pieces.push({ from: at, to: at + 1, start: level, step: 0 });
  });
  return pieces;
};

/** The piece with one more sample, where that lies on its line. */
const following = (piece: Piece, level: Level, at: number): Piece | undefined => {
  const { from, start, step } = piece;
  if (start === 'missing' || level === 'missing')
    return start === level ? { ...piece, to: at + 1 } : undefined;
  const length = at - from;
  const rise = length === 1 ? level - start : step;
  const isOnLine = Math.abs(start + rise * length - level) <= 1e-9 * Math.max(1, Math.abs(level));
  return isOnLine ? { ...piece, step: rise, to: at + 1 } : undefined;
};

const notation = ({ from, to, start, step }: Piece): string => {
  const more = to - from - 1;
  if (start === 'missing') return from === 0 ? `_x${more + 1}` : `stale${more > 0 ? ` _x${more}` : ''}`;
  return more === 0 ? decimal(start) : `${decimal(start)}${step < 0 ? '' : '+'}${decimal(step)}x${more}`;
};

/** Sums of fractions come out a little off; twelve digits are exact enough for any limit. */
export const decimal = (value: number): string =>
  String(Number(value.toPrecision(12))).replace('Infinity', 'Inf');
