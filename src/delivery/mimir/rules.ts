import { evaluatorOf } from '#alerts/rule/evaluation.js';
import { type PrometheusGroup, prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application } from '#application/application.js';
import { question } from '#application/later/question.js';
import { ruleContext } from '#application/rule-context.js';
import type { Cluster } from '#cluster/cluster.js';
import { byMimir } from '#cluster/evaluated-elsewhere.js';
import { yamlOf } from '#ground/yaml.js';
import type { Mimir } from '#platform/engine/mimir.js';

/** A rule group as Mimir's ruler takes it: whose series it reads too, where these are of others. */
interface MimirGroup extends PrometheusGroup {
  readonly source_tenants?: readonly string[];
}

/** What a namespace of the ruler is called: several clusters that share a tenant share its namespaces. Neither name has a dot. */
export const namespaceOf = (cluster: string, application: string): string => `${cluster}.${application}`;

/** The groups of an application that somebody loads as files. */
export const groupsOf = (
  mimir: Mimir,
  cluster: Pick<Cluster, 'labels'>,
  application: Application,
): readonly MimirGroup[] => {
  const evaluation = byMimir(mimir, cluster);
  return application.groups.flatMap((group): readonly MimirGroup[] => {
    const evaluator = evaluatorOf(group, evaluation);
    if (evaluator?.as !== 'files') return [];
    const { within, sourceTenants } = evaluator;
    const { name, ...rest } = prometheusGroup(group, { ...ruleContext(application), within });
    return [{ name, ...(sourceTenants && { source_tenants: sourceTenants }), ...rest }];
  });
};

/** The file of an application; nothing where none of its groups is loaded as a file. */
const ruleFile = question(
  "file for Mimir's ruler",
  (application, mimir: Mimir, cluster: Pick<Cluster, 'name' | 'labels'>): string | null => {
    const groups = groupsOf(mimir, cluster, application);
    const namespace = namespaceOf(cluster.name, application.name);
    return groups.length === 0 ? null : yamlOf({ namespace, groups });
  },
);

/** A file for each application, as `mimirtool rules sync` takes them, by its path below `rules/`. */
export const ruleFiles = (
  mimir: Mimir,
  cluster: Pick<Cluster, 'name' | 'labels' | 'applications'>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    cluster.applications.flatMap((application) => {
      const file = ruleFile(application, mimir, cluster);
      return file === null ? [] : [[`${application.name}.yaml`, file] as const];
    }),
  );
