import { refuse } from '#ground/fault.js';
import { grammarFaults, namespaceName } from '#ground/grammar.js';
import { serviceLabels } from '#application/service-labels.js';
import { serviceAccountFaults } from './access.js';
import { type Asking, type AskingSpec, askingFaults, askingOf } from './asking.js';
import { lengthFaults } from './pace.js';
import { staticShape } from './shape.js';
import { type StaticTarget, targetFaults } from './static-target.js';
import { type Through, throughFaults } from './through.js';

/** A scrape of targets that are written down: what is outside the cluster, or what an exporter is asked about. */
export interface StaticScrape extends Asking {
  readonly of: 'targets';
  readonly name: string;
  /** What its series are called by in the label `job`; the name of the scrape unless given. */
  readonly job?: string;
  /** What its series are called by in the label `namespace`: whose they are, wherever they run. */
  readonly namespace: string;
  readonly targets: readonly StaticTarget[];
  /** The exporter that is asked about each of them; without one they are asked themselves. */
  readonly through?: Through;
}

/** Targets that are written down, and what they export. */
export interface Asked<P extends string> {
  /** What its series are called by in the label `job`; the name of the scrape unless given. */
  readonly job?: string;
  readonly namespace: string;
  readonly targets: readonly [StaticTarget, ...StaticTarget[]];
  readonly through?: Through<P>;
}

/**
 * The scrape of targets that are written down: each asked itself, at `/metrics`, or an exporter asked about each, at `/probe`.
 *
 * @throws Error on what `scrape` refuses of any; on targets that are no addresses or are written twice, on labels that the targets
 * do not have though a metric is declared with them, and on an exporter that has no such port.
 */
export const staticScrape = <const P extends string = string>(
  name: string,
  given: Asked<P> & AskingSpec,
): StaticScrape => {
  const { job, namespace, targets, through } = given;
  const subject = `scrape ${name}`;
  refuse(subject, lengthFaults(given));
  refuse(subject, staticShape('', given));
  const spec: AskingSpec = { ...given, path: given.path ?? (through ? '/probe' : '/metrics') };
  const wanted = spec.metrics.flatMap(serviceLabels);
  const added = [...new Set([...wanted, ...targets.flatMap(({ labels = {} }) => Object.keys(labels))])];
  refuse(subject, [
    ...grammarFaults('namespace', namespaceName, [namespace]),
    ...askingFaults(spec, added, true),
    ...serviceAccountFaults(spec),
    ...targetFaults(targets, wanted, through !== undefined),
    ...(through ? throughFaults(through, spec.params ?? {}) : []),
  ]);
  return {
    of: 'targets',
    ...askingOf(spec),
    name,
    ...(job !== undefined && { job }),
    namespace,
    targets,
    ...(through && { through }),
  };
};
