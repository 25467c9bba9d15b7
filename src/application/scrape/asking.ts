import type { MetricCatalog } from '#promql/metric/catalog.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { type Access, type AccessSpec, accessFaults, accessOf } from './access.js';
import { type Params, paramFaults, pathFaults } from './address.js';
import { type Drop, type DropSpec, dropFaults, dropOf, droppedFaults } from './drop.js';
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
  /** What is exported there. A label of these that scraping sets too is the application's: see `collidingLabels`. */
  readonly metrics: readonly MetricCatalog[];
}

interface AskedSpec extends Intake, HistogramIntake {
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

const settled = (spec: AskingSpec): Omit<Asking, 'drop'> => {
  const { path = '/metrics', params = {}, interval, metrics } = spec;
  const { timeout = inSeconds(interval) < 10 ? interval : '10s' } = spec;
  return {
    access: accessOf(spec),
    path,
    params,
    interval,
    timeout,
    intake: intakeOf(spec),
    histograms: histogramIntakeOf(spec),
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
 * @throws Error on what `lengthFaults` tells.
 */
export const askingFaults = (spec: AskingSpec, added: readonly string[]): readonly Fault[] => {
  const { access, path, params, interval, timeout, intake, histograms, metrics } = settled(spec);
  return [
    ...paceFaults(interval, timeout),
    ...pathFaults(path),
    ...paramFaults(params),
    ...accessFaults(access),
    ...intakeFaults(intake, metrics, added),
    ...histogramFaults(histograms, metrics),
    ...dropFaults(spec.drop ?? {}, metrics, added),
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
