import { question } from '#application/later/question.js';
import { remembered } from '#ground/remembered.js';
import { isAgent } from '#application/agent/namespace.js';
import type { Application } from '#application/application.js';
import type { Fault } from '#ground/fault.js';
import { grammarFaults, namespaceName } from '#ground/grammar.js';
import { type Shape, byName, exactly, oneOf, truth } from '#ground/shape.js';
import type { Platform } from '#platform/platform.js';

/** The profiles of Pod Security, https://kubernetes.io/docs/concepts/security/pod-security-standards/, the narrowest first. */
export const podSecurityProfiles = ['restricted', 'baseline', 'privileged'] as const;
export type PodSecurity = (typeof podSecurityProfiles)[number];

/** What a cluster says of a namespace that is not only ours. */
export interface NamespaceSettings {
  /** What is enforced there of all pods, those of the application itself too; nothing unless told, so that none is refused for our sake. */
  readonly podSecurity?: PodSecurity;
  /** Whether somebody else delivers the Namespace itself, whose labels are then his: we write what lies in it alone. */
  readonly deliveredElsewhere?: boolean;
}

export type Namespaces = Readonly<Record<string, NamespaceSettings>>;

/** What is said of namespaces, where types were put aside. */
export const namespacesShape: Shape = byName(
  exactly({}, { podSecurity: oneOf(podSecurityProfiles), deliveredElsewhere: truth }),
);

export const namespacesFaults = (namespaces: Namespaces = {}): readonly Fault[] =>
  grammarFaults('namespaces', namespaceName, Object.keys(namespaces));

/** As far as a cluster tells of its namespaces. */
interface Told {
  readonly platform: Platform;
  readonly deliversPlatform: boolean;
  readonly applications: readonly Application[];
  readonly namespaces?: Namespaces;
}

/** In which namespaces an application lives, and in which its agents do, where it has any. */
interface Living {
  readonly namespace: string;
  readonly agents?: string;
}

const livingOf = question('namespaces', ({ namespace, agentNamespace, logs, exporters }): Living => ({
  namespace,
  ...((logs !== undefined || exporters.some(isAgent)) && { agents: agentNamespace }),
}));

/** The namespace in which an application lives. */
export const namespaceOf = (application: Application): string => livingOf(application).namespace;

/** Who lives where in a cluster. */
interface Inhabited {
  /** The namespaces in which there are agents, which read the files of their machine. */
  readonly agents: ReadonlySet<string>;
  readonly applications: ReadonlySet<string>;
}

const inhabited = remembered((applications: readonly Application[]): Inhabited => {
  const living = applications.map((each) => livingOf(each));
  return {
    agents: new Set(living.flatMap(({ agents }) => agents ?? [])),
    applications: new Set(living.map(({ namespace }) => namespace)),
  };
});

/**
 * What Pod Security enforces in a namespace: `privileged` among agents, which it would keep out otherwise; `restricted` where nobody but the
 * platform lives; what the cluster says of one in which others live too, which is nothing unless told.
 */
export const podSecurityOf = (cluster: Told, namespace: string): PodSecurity | undefined => {
  const said = cluster.namespaces?.[namespace]?.podSecurity;
  if (said !== undefined) return said;
  const { platform, deliversPlatform } = cluster;
  const { agents, applications } = inhabited(cluster.applications);
  const { nodeExporter } = platform;
  const isOfNodes =
    deliversPlatform &&
    nodeExporter !== undefined &&
    namespace === (nodeExporter.namespace ?? platform.namespace);
  if (isOfNodes || agents.has(namespace)) return 'privileged';
  return deliversPlatform && namespace === platform.namespace && !applications.has(namespace)
    ? 'restricted'
    : undefined;
};
