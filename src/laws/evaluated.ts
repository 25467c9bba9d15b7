import type { Application } from '#application/application.js';
import { type Evaluation, byPrometheus, evaluatorOf } from '#alerts/rule/evaluation.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { evaluationOf } from '#cluster/evaluation.js';
import type { Cluster } from '#cluster/cluster.js';
import type { Fault } from '#ground/fault.js';
import { type Expr, walk } from '#promql/expr/ast.js';
import { beyondTarget } from '#promql/expr/beyond-target.js';
import { fixedLabels } from '#promql/expr/labels.js';
import { print } from '#promql/expr/print.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { type Stated, ruled } from './stated.js';
import { inEach } from './apart.js';

const rulesOf = (application: Application, of: (group: RuleGroup) => boolean): readonly Stated[] =>
  ruled({ ...application, groups: application.groups.filter(of) });

const isOver = ({ on }: RuleGroup): boolean => on === 'clusters';

const here = (cluster: Cluster | undefined): Evaluation => (cluster ? evaluationOf(cluster) : byPrometheus);

/** A group that is over clusters has somebody who sees them: else it would not be written, and nobody would know. */
export const everyRuleIsEvaluated: Law = inEach(({ applications, cluster }) =>
  applications.flatMap(({ name, groups }) =>
    groups
      .filter((group) => evaluatorOf(group, here(cluster)) === undefined)
      .map((group) => ({
        where: `${name}/rules/${group.name}`,
        what: group.name,
        code: 'evaluated-by-nobody' as const,
        why: `it is over clusters, and nobody ${cluster ? `in ${cluster.name}` : 'here'} sees more than one`,
        cure: 'give the platform a Thanos with a ruler and the other clusters, or leave the group out here: an application is a function of its place',
      })),
  ),
);

const absences = (expr: Expr): readonly Expr[] =>
  [...walk(expr)].filter(
    (each) =>
      each.type === 'call' &&
      (each.function === 'absent' || each.function === 'absent_over_time') &&
      !each.args.some((arg) => fixedLabels(arg).includes('cluster')),
  );

/** What is gone in one cluster is there in another: over clusters nobody is told before it is gone in all. */
export const everyAbsenceIsOfOneCluster: Law = inEach(({ applications }) =>
  applications.flatMap((application) =>
    oncePerCause(
      rulesOf(application, isOver).flatMap(({ at, reader, expr }) =>
        absences(expr).map((absence): Caused => {
          const fault: Fault = {
            where: at,
            what: print(absence),
            code: 'absent-over-clusters',
            why: `${reader} is over clusters, and tells of what is gone only once it is gone in each of them`,
            cure: "let each cluster tell of its own: put it into a group without on: 'clusters'",
          };
          return { fault, cause: `${reader} ${print(absence)}`, hit: reader };
        }),
      ),
    ),
  ),
);

/** Whether rules that say nothing are evaluated by a Prometheus that scrapes a part of the targets alone. */
const isSharded = (cluster: Cluster): boolean =>
  cluster.platform.prometheus.shards > 1 && evaluationOf(cluster).usual === byPrometheus.usual;

/**
 * Rules that each shard evaluates read no more than one target exports: the sum over a half of the targets is a half of the sum, and what another
 * shard scrapes is gone. A group `on: 'prometheus'` says that each shard is meant by itself, over what is not dealt among them.
 */
export const noRuleNeedsAnotherShard: Law = inEach(({ applications, cluster }) => {
  if (cluster === undefined || !isSharded(cluster)) return [];
  const { shards } = cluster.platform.prometheus;
  return applications.flatMap((application) =>
    oncePerCause(
      rulesOf(application, ({ on }) => on === undefined).flatMap(
        ({ at, reader, expr }): readonly Caused[] => {
          const beyond = beyondTarget(expr);
          if (beyond === undefined) return [];
          const fault: Fault = {
            where: at,
            what: print(beyond),
            code: 'needs-another-shard',
            why: `${reader} needs more than one target's series, and each of the ${shards} shards evaluates it over its own alone`,
            cure: "give the platform who sees all of them: a Thanos whose ruler evaluates 'all', or a Mimir; or one shard with more memory",
          };
          return [{ fault, cause: 'shards', hit: reader }];
        },
      ),
    ),
  );
});
