import type { Cluster } from '#cluster/cluster.js';
import { type PodSecurity, podSecurityOf } from '#cluster/namespace.js';
import { isObject, valueAt } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import type { Judged, Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { namespaceNamed } from './namespaces.js';
import { type Level, levelOf, levels, podNeeds } from './pod-level.js';

/** The label by which a namespace says what it takes. */
const enforce = 'pod-security.kubernetes.io/enforce';

const isLevel = (value: string | undefined): value is Level => levels.some((each) => each === value);

/** What a namespace takes: as its object says, else as the cluster has it, and `restricted` where nothing is enforced yet. */
const taken = (estate: Judged & { readonly cluster: Cluster }, namespace: string): PodSecurity => {
  const said = namespaceNamed(estate, namespace)?.manifest.metadata.labels?.[enforce];
  return isLevel(said) ? said : (podSecurityOf(estate.cluster, namespace) ?? 'restricted');
};

const podOf = ({ manifest }: Rendered): Readonly<Record<string, unknown>> | undefined => {
  const pod = valueAt(manifest, ['spec', 'template', 'spec']);
  return isObject(pod) && Array.isArray(pod['containers']) ? pod : undefined;
};

/** What Pod Security refuses never runs, while ArgoCD says that all is synced and well. */
export const everyPodFitsItsNamespace: Law = platformLaw((_, estate) =>
  estate.objects.flatMap((object) => {
    const { namespace } = object.manifest.metadata;
    const pod = podOf(object);
    if (pod === undefined || namespace === undefined) return [];
    const needs = podNeeds(pod);
    const [level, allowed] = [levelOf(needs), taken(estate, namespace)];
    const refused = needs.filter((each) => levels.indexOf(each.level) > levels.indexOf(allowed));
    return refused.length === 0
      ? []
      : [
          {
            where: object.path,
            what: refused.map(({ field }) => field).join(', '),
            code: 'pod-not-admitted',
            why: `the namespace ${namespace} takes pods that are ${allowed}, and this ${object.manifest.kind} is ${level} for ${refused.map(({ field }) => field).join(', ')}`,
            cure:
              level === 'privileged'
                ? 'let it run in a namespace of agents (agentNamespace), or leave out what it asks of its machine'
                : 'give its pods what restricted asks: runAsNonRoot, seccompProfile RuntimeDefault, no privilege escalation, all capabilities dropped',
          },
        ];
  }),
);
