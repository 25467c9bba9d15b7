import { type Application, scrapesOf } from '#application/application.js';
import { monitorKind } from '#application/scrape.js';
import { targetsOf } from '#application/target.js';
import { selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Fault } from '#ground/fault.js';
import { oncePerCause } from './cause.js';
import type { Judged, Law } from './law.js';
import { ruled } from './stated.js';
import { across } from './apart.js';

const cureFor = (namespace: string, kind = 'ServiceMonitor'): string =>
  `let what watches it live there: namespace: '${namespace}'; or name its ${kind}s and PrometheusRules in excludedFromEnforcement of the Prometheus, and leave enforcedNamespaceLabel out here`;

/** What is scraped under another namespace: it is stored as if it were of the own one. */
const scraped = (application: Application): readonly Fault[] =>
  scrapesOf(application).flatMap((scrape) =>
    [...new Set(targetsOf(scrape).map(({ namespace = '' }) => namespace))]
      .filter((namespace) => namespace !== application.namespace)
      .map((namespace) => ({
        where: `${application.name}/scrape-${scrape.name}`,
        what: namespace,
        code: 'namespace-enforced',
        why: `Prometheus writes namespace="${application.namespace}" onto all that a ${monitorKind(scrape)} in ${application.namespace} brings, so what is scraped of ${namespace} cannot be told by its namespace`,
        cure: cureFor(namespace, monitorKind(scrape)),
      })),
  );

/** What rules read of another namespace: they are asked for the own one, and find nothing. */
const read = (application: Application): readonly Fault[] =>
  oncePerCause(
    ruled(application).flatMap(({ at, reader, expr }) =>
      selectors(expr)
        .flatMap(({ matchers }) => matchers.filter(({ label }) => label === 'namespace'))
        .filter(({ operator, value }) => operator !== '=' || value !== application.namespace)
        .map(({ operator, value }) => ({
          cause: `${operator}${value}`,
          hit: reader,
          fault: {
            where: at,
            what: print(expr),
            code: 'namespace-enforced',
            why: `${reader} reads namespace${operator}"${value}", and Prometheus makes every rule of ${application.namespace} read namespace="${application.namespace}"`,
            cure: cureFor(operator === '=' ? value : '…'),
          },
        })),
    ),
  );

/** Said of a Prometheus that does no such thing: its rules leave out what they could read. */
const unenforced = ({ name }: Application, cluster: string): Fault => ({
  where: name,
  what: 'enforcedNamespaceLabel',
  code: 'setting-for-nothing',
  why: `the platform of ${cluster} enforces no namespace`,
  cure: "leave enforcedNamespaceLabel out, or give the platform's Prometheus enforcedNamespaceLabel: 'namespace'",
});

/** What it says of a place as it is. */
const inPlace = ({ applications, cluster }: Judged): readonly Fault[] => {
  const saying = applications.filter(({ enforcedNamespaceLabel }) => enforcedNamespaceLabel !== undefined);
  const enforcing = new Set(saying.map(({ release }) => release));
  const isEnforced = ({ release }: Application): boolean =>
    cluster?.deliversPlatform
      ? cluster.platform.prometheus.enforcedNamespaceLabel !== undefined
      : enforcing.has(release);
  return [
    ...saying.filter((each) => !isEnforced(each)).map((each) => unenforced(each, cluster?.name ?? '')),
    ...applications.filter(isEnforced).flatMap((each) => [...scraped(each), ...read(each)]),
  ];
};

/**
 * A Prometheus that enforces the label `namespace` gives to all that is of a namespace just that: who lives in one and watches another
 * is blind, and nobody is told. It is one Prometheus for all applications of a release: what one says of it holds for all, and what the
 * platform says of it, where that is known.
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec
 */
export const everyApplicationKeepsToAnEnforcedNamespace: Law = across({
  summary: (one) => {
    const [application] = one.applications;
    return (
      application && {
        release: application.release,
        isKnown: one.cluster?.deliversPlatform === true,
        isSaying: application.enforcedNamespaceLabel !== undefined,
        faults: inPlace(one),
      }
    );
  },
  judge: (all) => {
    const enforcing = new Set(all.filter(({ isSaying }) => isSaying).map(({ release }) => release));
    // What one says is enforced on others of its release, who do not say it.
    return all.some(({ isKnown, isSaying, release }) => !isKnown && !isSaying && enforcing.has(release))
      ? undefined
      : all.flatMap(({ faults }) => faults);
  },
  mute: (known) => ({ ...known, faults: [] }),
  whole: inPlace,
});
