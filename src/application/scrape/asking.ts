import type { MetricCatalog } from '#promql/metric/catalog.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { type Access, type AccessSpec, accessFaults, accessOf } from './access.js';
import { type Params, paramFaults, pathFaults } from './address.js';
import { type Drop, type DropSpec, dropFaults, dropOf, droppedFaults } from './drop.js';
import { type Expected, expectedFaults } from './expected.js';
import { type HistogramIntake, histogramFaults, histogramIntakeOf } from './histograms.js';
import { type Intake, intakeFaults, intakeOf } from './intake.js';
import { paceFaults } from './pace.js';

/** How Prometheus asks a target, wherever it finds it, and what it takes of the answer. */
export interface Asking {
  readonly access: Access;
  readonly path: string;
  readonly params: Params;
  readonly interval: Duration;
  readonly timeout: Duration;
  readonly intake: Intake;
  readonly histograms: HistogramIntake;
  readonly drop: Drop;
  /** How much is expected of it, where somebody says. */
  readonly expects?: Expected;
  /** That what nobody reads is not stored, and that its limit follows from what is expected of it: `kept` and the limit are known once its place is. */
  readonly reckoned?: Reckoned;
  /** Patterns of the names that are stored, where not all are. */
  readonly kept?: readonly string[];
  /** What is exported there. A label of these that scraping sets too is the application's: see `collidingLabels`. */
  readonly metrics: readonly MetricCatalog[];
}

/** What follows from all that reads it, and from what is expected of it. */
export interface Reckoned {
  readonly keep?: 'used';
  readonly sampleLimit?: 'derived';
}

/** The same as it is written. */
export interface ReckonedSpec {
  /**
   * `'used'` stores those metrics alone that a rule, a panel or a variable of the place reads, whosever it is; one that is added later widens it. All
   * else that the target answers is dropped, but for `up` and the others that are of the scrape itself.
   */
  readonly keep?: 'used';
  /**
   * How many series a target may have, once those to drop are dropped. Of one that has more nothing is taken: it is down, and told of.
   * `'derived'` is twice what is expected of it, so that labels that multiply fail the scrape and not Prometheus.
   */
  readonly sampleLimit?: number | 'derived';
  readonly expects?: Expected;
}

interface AskedSpec extends Omit<Intake, 'sampleLimit'>, ReckonedSpec, HistogramIntake {
  /** The path alone, of which nothing is escaped: what follows a `?` stands in `params`. */
  readonly path?: string;
  readonly params?: Params;
  readonly interval: Duration;
  readonly timeout?: Duration;
  /** What is exported there and is not to be stored. No rule and no panel can read it. */
  readonly drop?: DropSpec;
  readonly metrics: readonly MetricCatalog[];
}

/** The same as it is written. */
export type AskingSpec = AskedSpec & AccessSpec;

/** A limit that is written; one that is derived is not yet known. */
const written = ({ sampleLimit, ...rest }: AskingSpec): Intake =>
  intakeOf({ ...rest, ...(typeof sampleLimit === 'number' && { sampleLimit }) });

/** What is to be reckoned. */
export const reckonedOf = ({ keep, sampleLimit }: ReckonedSpec): Reckoned | undefined =>
  keep === undefined && sampleLimit !== 'derived'
    ? undefined
    : { ...(keep && { keep }), ...(sampleLimit === 'derived' && { sampleLimit }) };

const settled = (spec: AskingSpec): Omit<Asking, 'drop'> => {
  const { path = '/metrics', params = {}, interval, metrics, expects } = spec;
  const reckoned = reckonedOf(spec);
  const { timeout = inSeconds(interval) < 10 ? interval : '10s' } = spec;
  return {
    access: accessOf(spec),
    path,
    params,
    interval,
    timeout,
    intake: written(spec),
    histograms: histogramIntakeOf(spec),
    ...(expects && { expects }),
    ...(reckoned && { reckoned }),
    metrics,
  };
};

/**
 * The same with what need not be said.
 *
 * @throws Error on what `askingFaults` tells.
 */
export const askingOf = (spec: AskingSpec): Asking => ({
  ...settled(spec),
  drop: dropOf(spec.drop ?? {}, spec.metrics),
});

/**
 * What is wrong with how targets are asked.
 *
 * @param added labels that each series has beside those of its metric and of its target.
 * @param isWritten whether its targets are written down.
 * @throws Error on what `lengthFaults` tells.
 */
export const askingFaults = (
  spec: AskingSpec,
  added: readonly string[],
  isWritten = false,
): readonly Fault[] => {
  const { access, path, params, interval, timeout, intake, histograms, metrics } = settled(spec);
  return [
    ...paceFaults(interval, timeout),
    ...pathFaults(path),
    ...paramFaults(params),
    ...accessFaults(access),
    ...intakeFaults(intake, metrics, added),
    ...histogramFaults(histograms, metrics),
    ...dropFaults(spec.drop ?? {}, metrics, added),
    ...expectedFaults(spec.expects ?? {}, metrics, isWritten),
  ];
};

/** The same of what was changed since it was made. */
export const madeAskingFaults = (asking: Asking, added: readonly string[]): readonly Fault[] => {
  const { access, path, params, interval, timeout, intake, drop, metrics } = asking;
  return [
    ...paceFaults(interval, timeout),
    ...pathFaults(path),
    ...paramFaults(params),
    ...accessFaults(access),
    ...intakeFaults(intake, metrics, added),
    ...droppedFaults(drop, metrics, added),
  ];
};
