import type { Fault } from '#ground/fault.js';
import type { Exporter } from '#application/exporter/exporter.js';

/**
 * Where an application's agents run, unless the platform has a namespace for all of them. What reads the files of a machine is allowed
 * by no Pod Security but `privileged`: in a namespace of its own it asks for that of nobody else.
 */
export const agentNamespaceOf = (application: string): string => `${application}-agents`;

/** Whether an exporter is an agent: it reads the files of its machine. */
export const isAgent = ({ hostRoot }: Pick<Exporter, 'hostRoot'>): boolean => hostRoot !== undefined;

/** An exporter where it belongs: an agent among agents. Its series are still called by the namespace that it was given. */
export const placed = (exporter: Exporter, agentNamespace: string): Exporter => {
  if (!isAgent(exporter)) return exporter;
  const { namespace, scrape } = exporter;
  const service = { ...exporter.service, namespaces: [agentNamespace] } as const;
  return {
    ...exporter,
    namespace: agentNamespace,
    service,
    scrape: { ...scrape, services: [service], namespaces: [agentNamespace], namespace },
  };
};

/** What an application consists of, as far as agents must keep away from it. */
interface Parts {
  readonly name: string;
  readonly namespace: string;
  readonly agentNamespace: string;
  readonly services: readonly { readonly name: string; readonly namespaces: readonly string[] }[];
  readonly exporters: readonly Exporter[];
  readonly logs?: { readonly name: string };
}

/** Agents in a namespace in which the application is, which would have to be `privileged` for their sake. */
export const agentNamespaceFaults = (parts: Parts): readonly Fault[] => {
  const { name, namespace, agentNamespace, services, exporters, logs } = parts;
  const others = [
    namespace,
    // One stands before the agent for logs itself.
    ...services
      .filter((each) => each.name !== `${name}-${logs?.name ?? ''}`)
      .flatMap((each) => each.namespaces),
    ...exporters.filter((each) => !isAgent(each)).map((each) => each.namespace),
  ];
  return (logs !== undefined || exporters.some(isAgent)) && others.includes(agentNamespace)
    ? [
        {
          where: 'agentNamespace',
          what: agentNamespace,
          code: 'agents-beside-applications',
          why: `the application itself is in ${agentNamespace}, and agents take a namespace whose Pod Security is privileged`,
          cure: "name one in which there are agents only, e.g. 'monitoring-agents'",
        },
      ]
    : [];
};
