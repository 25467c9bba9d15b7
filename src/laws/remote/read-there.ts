import { type Evaluation, byPrometheus, evaluatorOf } from '#alerts/rule/evaluation.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { evaluationOf } from '#cluster/evaluation.js';
import { isDerived } from '#dashboards/derived.js';
import { askedBy } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import { type Stated, ruled } from '#laws/stated.js';
import type { RemoteWrite } from '#platform/remote-write/remote-write.js';

/** Where the samples of a cluster go that its Prometheus writes to an engine, and who evaluates rules there. */
export interface Engaged {
  readonly called: 'Mimir' | 'VictoriaMetrics';
  /** Where all of its ways begin. */
  readonly url: string;
  readonly evaluation: Evaluation;
  /** Nothing where its own agent scrapes. */
  readonly write?: RemoteWrite;
}

/** The engine to which a cluster's samples go, where there is one. */
export const engaged = (cluster: Cluster): Engaged | undefined => {
  const { engine } = cluster.platform;
  if (engine.name !== 'mimir' && engine.name !== 'victoriametrics') return undefined;
  const { url, write } = engine;
  const called = engine.name === 'mimir' ? 'Mimir' : 'VictoriaMetrics';
  return { called, url, evaluation: evaluationOf(cluster), ...(write && { write }) };
};

/** The groups of an application that the engine evaluates. */
export const evaluatedThere = (
  { groups }: Pick<Application, 'groups'>,
  { evaluation }: Pick<Engaged, 'evaluation'>,
): readonly RuleGroup[] =>
  groups.filter((group) => {
    const evaluator = evaluatorOf(group, evaluation);
    return evaluator !== undefined && evaluator !== byPrometheus.prometheus;
  });

/** The data sources of the cluster's Grafana that ask the engine. */
const askingThere = (cluster: Cluster, { url }: Engaged): readonly string[] =>
  (cluster.platform.grafana?.datasources ?? [])
    .filter((datasource) => datasource.url.startsWith(url))
    .map(({ uid }) => uid);

const shownThere = (application: Application, uids: readonly string[]): readonly Stated[] =>
  application.dashboards.flatMap((dashboard) =>
    panelsIn(dashboard.panels).flatMap((panel) =>
      !isDerived(panel) && uids.includes(askedBy(panel, dashboard.datasources)?.uid ?? '')
        ? panel.queries.map(({ expr }) => ({
            at: `${application.name}/dashboards/${dashboard.uid}`,
            reader: `${dashboard.title} / ${panel.title}`,
            expr,
          }))
        : [],
    ),
  );

/** Every expression that the engine answers: of the rules that it evaluates, and of panels that ask it. */
export const readThere = (application: Application, cluster: Cluster, engine: Engaged): readonly Stated[] => [
  ...ruled({ ...application, groups: evaluatedThere(application, engine) }),
  ...shownThere(application, askingThere(cluster, engine)),
];
