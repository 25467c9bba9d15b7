import { type Fault, below, refuse } from '#ground/fault.js';
import { grammarFaults, labelFaults, namespaceName, objectName, portName } from '#ground/grammar.js';
import { portFaults } from '#ground/port.js';
import { renamedFaults, serviceLabels } from '#application/service-labels.js';
import { serviceAccountFaults } from './access.js';
import { type Asking, type AskingSpec, askingFaults, askingOf } from './asking.js';
import { nowhere } from '#application/service.js';
import { aNumber, byName, fields, listOf, text } from '#ground/shape.js';
import { unknownPort } from './ported.js';
import { lengthFaults } from './pace.js';
import { askingShape } from './shape.js';

type Labels<L extends string = string> = Readonly<Record<L, string>>;

/** Pods that no Service stands before, as far as scraping needs to know them: workers, jobs, what runs on every node. */
export interface Pods<P extends string = string, L extends string = string> {
  /** What they are called together; on a host, the container. */
  readonly name: string;
  readonly namespaces: readonly [string, ...string[]];
  /** Labels that all of them have, and no other pod. */
  readonly labels: Labels<L>;
  /** The ports of their containers by their names, which the containers' own `ports` give them. */
  readonly ports: Readonly<Record<P, number>>;
}

/**
 * Declares pods; a scrape of them can only name ports that they have.
 *
 * @throws Error on what Kubernetes does not take for a name, a namespace, a label or a port, and on pods without a label: a PodMonitor of
 * those would find all of the namespace.
 */
export const pods = <const P extends string, const L extends string>(
  name: string,
  { namespaces, labels, ports }: Omit<Pods<P, L>, 'name'>,
): Pods<P, L> => {
  refuse(`pods ${name}`, podsShape('', { namespaces, labels, ports }));
  refuse(`pods ${name}`, [
    ...nowhere(namespaces),
    ...grammarFaults('name', objectName, [name]),
    ...grammarFaults('namespaces', namespaceName, namespaces),
    ...labelFaults('labels', labels),
    ...(Object.keys(labels).length > 0
      ? []
      : [
          {
            where: 'labels',
            what: '',
            code: 'selects-everything' as const,
            why: 'they have none, so every pod of the namespace would be found',
            cure: `give those of their template: { app: '${name}' }`,
          },
        ]),
    ...grammarFaults('ports', containerPort, Object.keys(ports)),
    ...Object.entries<number>(ports).flatMap(([port, number]) => portFaults(`ports.${port}`, number)),
  ]);
  return { name, namespaces, labels, ports };
};

const podsShape = fields({ namespaces: listOf(text), labels: byName(text), ports: byName(aNumber) });

/** Of a container's port: at most 15 letters. */
const containerPort = {
  ...portName,
  takes: (text: string) => portName.takes(text) && text.length <= 15 && !text.includes('--'),
  write: 'write at most 15 lower-case letters, digits and -, a letter among them',
};

/** A scrape of pods that no Service stands before. */
export interface PodScrape extends Asking {
  readonly of: 'pods';
  readonly name: string;
  /** What its series are called by in the label `job`; the name of the scrape unless given. */
  readonly job?: string;
  /** What its series are called by in the label `namespace`, where that is another than the pods'. */
  readonly namespace?: string;
  /** Whether its series are of the machine that a pod runs on: the label `instance` then names the machine. */
  readonly ofMachine: boolean;
  readonly pods: Pods;
  readonly port: string;
  /** Whether it is well that there are none: pods of cron jobs, and workers that are scaled to none. That they are gone is not told then. */
  readonly comesAndGoes: boolean;
  /** Labels of the pods that are copied onto every series: see `withServiceLabels`. */
  readonly copiedLabels: readonly string[];
}

/** How pods are scraped, and what they export. */
export interface Asked<P extends string, L extends string> {
  /** What its PodMonitor is called; like the pods unless given. */
  readonly name?: string;
  readonly job?: string;
  readonly ofMachine?: boolean;
  readonly comesAndGoes?: boolean;
  readonly port: NoInfer<P>;
  readonly copiedLabels?: readonly NoInfer<L>[];
}

const copyFaults = (of: Pods, copied: readonly string[]): readonly Fault[] => [
  ...below('copiedLabels', renamedFaults(copied)),
  ...copied
    .filter((label) => !(label in of.labels))
    .map((label) => ({
      where: 'copiedLabels',
      what: label,
      code: 'no-such-label' as const,
      why: `the pods have no label ${label} to copy`,
      cure: `copy one that they have: ${Object.keys(of.labels).join(', ')}`,
    })),
];

/**
 * The scrape of a port of pods that no Service stands before.
 *
 * @throws Error on what `scrape` refuses of any, and on a label to copy that the pods do not have or that Prometheus would call otherwise.
 */
export const podScrape = <const P extends string, const L extends string>(
  of: Pods<P, L>,
  spec: Asked<P, L> & AskingSpec,
): PodScrape => {
  const { name = of.name, job, ofMachine = false, comesAndGoes = false, port, metrics } = spec;
  const subject = `scrape of pods ${of.name}`;
  refuse(subject, lengthFaults(spec));
  refuse(subject, askingShape('', spec));
  const copiedLabels: readonly string[] = [
    ...new Set([...(spec.copiedLabels ?? []), ...metrics.flatMap(serviceLabels)]),
  ];
  refuse(subject, [
    ...unknownPort('pods', [of], port),
    ...askingFaults(spec, copiedLabels),
    ...serviceAccountFaults(spec),
    ...copyFaults(of, copiedLabels),
  ]);
  return {
    of: 'pods',
    ...askingOf(spec),
    name,
    ...(job !== undefined && { job }),
    ofMachine,
    pods: of,
    port,
    comesAndGoes,
    copiedLabels,
  };
};
