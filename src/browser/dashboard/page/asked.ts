import type { DataFrame } from '@grafana/data';
import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import { type Answered, emptyFrame, framesOf } from '#browser/dashboard/query/frames.js';
import { aligned } from '#browser/dashboard/query/steps.js';
import type { Prometheus } from '#browser/dashboard/query/prometheus.js';
import type { Target } from '#browser/dashboard/query/target.js';
import { transformed, unknownTransformations } from '#browser/dashboard/query/transform.js';
import { forPrometheus } from '#browser/dashboard/variable/formats.js';
import { interpolate, type Known } from '#browser/dashboard/variable/interpolate.js';
import type { DashboardWord } from '#browser/dashboard/words.js';
import { textAt } from '#browser/frame/read.js';

/** What is wrong with a panel: in a word of the page, and what exactly. */
interface PanelFault {
  readonly word: DashboardWord;
  readonly what: string;
}

/** What a panel has to draw. */
export interface Found {
  readonly frames: readonly DataFrame[];
  readonly faults: readonly PanelFault[];
  /** The queries that found nothing where others of the panel found something. */
  readonly empty?: readonly string[];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Sends a target's queries: over the range, at its end, or both. */
const answersOf = async (target: Target, prometheus: Prometheus): Promise<readonly Answered[]> => {
  const { expr, from, to, step, isInstant, isRange } = target;
  const [start, end] = aligned(from, to, step);
  return Promise.all([
    ...(isRange
      ? [
          prometheus
            .range(expr, start, end, step)
            .then(({ series }) => ({ target, isInstant: false, series })),
        ]
      : []),
    ...(isInstant
      ? [prometheus.instant(expr, to).then(({ series }) => ({ target, isInstant: true, series }))]
      : []),
  ]);
};

/** Whether a panel that finds nothing is as it should be: it has words for that. */
const expectsNothing = (panel: PanelGiven): boolean =>
  textAt(panel.fieldConfig, 'defaults', 'noValue') !== undefined;

/** Kinds that show one value of each query: where one has none, the others keep their names, and it says that it has none. */
const isOfValues = ({ type, transformations }: PanelGiven): boolean =>
  /^(stat|gauge|bargauge)$/.test(type) && transformations.length === 0;

/** Kinds that ask nobody. */
const isSilent = ({ type }: PanelGiven): boolean => type === 'text';

const faultsBefore = (panel: PanelGiven, targets: readonly Target[]): readonly PanelFault[] => [
  ...(targets.length === 0 && !isSilent(panel) ? [{ word: 'noQuery' as const, what: '' }] : []),
  ...[...new Set(targets.map(({ source }) => source))]
    .filter((source) => source !== 'prometheus' && source !== 'loki')
    .map((what) => ({ word: 'noSource' as const, what })),
  ...unknownTransformations(panel.transformations).map((what) => ({
    word: 'noTransformation' as const,
    what,
  })),
];

/** Asks for all that a panel draws. Rejects only where the questions are given up. */
export const found = async (
  panel: PanelGiven,
  targets: readonly Target[],
  known: Known,
  prometheus: Prometheus,
): Promise<Found> => {
  const faults = [...faultsBefore(panel, targets)];
  const asked = targets.filter(({ source }) => source === 'prometheus');
  const results = await Promise.allSettled(asked.map((target) => answersOf(target, prometheus)));
  const answers = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  for (const [at, result] of results.entries())
    if (result.status === 'rejected')
      faults.push({ word: 'failed', what: `${asked[at]?.refId}: ${messageOf(result.reason)}` });
  const isEmpty = asked.length > 0 && answers.every(({ series }) => series.length === 0);
  if (isEmpty && faults.length === 0 && asked.length === targets.length && !expectsNothing(panel))
    faults.push({ word: 'noData', what: asked.map(({ expr }) => expr).join('; ') });
  const nothing = isEmpty ? [] : answers.filter(({ series }) => series.length === 0);
  const empty = nothing.map(({ target: { refId, legend, expr } }) => `${legend || refId}: ${expr}`);
  const frames = [...framesOf(answers), ...(isOfValues(panel) ? nothing.flatMap(emptyFrame) : [])];
  try {
    const filled = (text: string): string => interpolate(text, known, forPrometheus);
    return { frames: await transformed(panel.transformations, frames, filled), faults, empty };
  } catch (error) {
    return { frames, faults: [...faults, { word: 'broken', what: messageOf(error) }] };
  }
};
