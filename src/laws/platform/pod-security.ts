import type { Cluster } from '#cluster/cluster.js';
import { podSecurityOf } from '#cluster/namespace.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import type { Law } from '#laws/law.js';
import { labelsOfNamespaces, namespacesAmong } from './namespaces.js';
import { type Level, type Need, levelOf, levels, podNeeds } from './pod-level.js';
import { across } from '#laws/apart.js';

/** The label by which a namespace says what it takes. */
const enforce = 'pod-security.kubernetes.io/enforce';

const isLevel = (value: string | undefined): value is Level => levels.some((each) => each === value);

const podOf = ({ manifest }: Rendered): Readonly<Record<string, unknown>> | undefined => {
  const pod = valueAt(manifest, ['spec', 'template', 'spec']);
  return isObject(pod) && Array.isArray(pod['containers']) ? pod : undefined;
};

/** A pod that not every namespace takes, and what its namespace takes unless its object says otherwise. */
interface Needing {
  readonly path: string;
  readonly kind: string;
  readonly namespace: string;
  readonly needs: readonly Need[];
  readonly usual: Level;
}

const needing = (cluster: Cluster, objects: readonly Rendered[]): readonly Needing[] =>
  objects.flatMap((object) => {
    const { path, manifest } = object;
    const { kind, metadata } = manifest;
    const { namespace } = metadata;
    const pod = podOf(object);
    if (pod === undefined || namespace === undefined) return [];
    const needs = podNeeds(pod);
    // What nothing is enforced on yet may be kept to `restricted` later.
    const usual = podSecurityOf(cluster, namespace) ?? 'restricted';
    return needs.length === 0 ? [] : [{ path, kind, namespace, needs, usual }];
  });

/** What Pod Security refuses never runs, while ArgoCD says that all is synced and well. */
export const everyPodFitsItsNamespace: Law = across({
  summary: ({ objects, others = [], cluster }) =>
    cluster?.deliversPlatform
      ? { namespaces: namespacesAmong([...objects, ...others]), pods: needing(cluster, objects) }
      : undefined,
  judge: (all) => {
    const labels = labelsOfNamespaces(all.flatMap(({ namespaces }) => namespaces));
    return all.flatMap(({ pods }) =>
      pods.flatMap(({ path, kind, namespace, needs, usual }) => {
        const said = labels.get(namespace)?.[enforce];
        const [level, allowed] = [levelOf(needs), isLevel(said) ? said : usual];
        const refused = needs.filter((each) => levels.indexOf(each.level) > levels.indexOf(allowed));
        const fields = refused.map(({ field }) => field).join(', ');
        return refused.length === 0
          ? []
          : [
              {
                where: path,
                what: fields,
                code: 'pod-not-admitted',
                why: `the namespace ${namespace} takes pods that are ${allowed}, and this ${kind} is ${level} for ${fields}`,
                cure:
                  level === 'privileged'
                    ? 'let it run in a namespace of agents (agentNamespace), or leave out what it asks of its machine'
                    : 'give its pods what restricted asks: runAsNonRoot, seccompProfile RuntimeDefault, no privilege escalation, all capabilities dropped',
              },
            ];
      }),
    );
  },
});
