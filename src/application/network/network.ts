import { type Fault } from '#ground/fault.js';
import { grammarFaults, namespaceName } from '#ground/grammar.js';
import { portFaults } from '#ground/port.js';
import { type Shape, aNumber, exactly, listOf, text } from '#ground/shape.js';

/** What policies must know of the network that an application is in. */
export interface Network {
  /**
   * Namespaces of it in which nothing is let in unless a NetworkPolicy lets it in. There policies let Prometheus in to what it scrapes, and exporters
   * and agents to what they reach. Elsewhere none does: the first policy of a pod shuts out all that it does not name.
   */
  readonly denying: readonly string[];
  /** The ports of the pods that answer for names; 53 unless given. OpenShift's have 5353. */
  readonly dns: readonly number[];
}

/** The same as it is written; `false` where no policy is wanted at all. */
export type NetworkSpec = Partial<Network> | false;

export const networkShape: Shape = (where, value) =>
  value === false ? [] : exactly({}, { denying: listOf(text), dns: listOf(aNumber) })(where, value);

/** The network of an application, of which policies are made; nothing where none are wanted. */
export const networkOf = (spec: NetworkSpec = {}): Network | undefined =>
  spec === false ? undefined : { denying: [], dns: [53], ...spec };

/** What is wrong with it. */
export const networkFaults = ({ denying, dns }: Network): readonly Fault[] => [
  ...grammarFaults('network.denying', namespaceName, denying),
  ...dns.flatMap((port, i) => portFaults(`network.dns[${i}]`, port)),
  ...(dns.length > 0
    ? []
    : [
        {
          where: 'network.dns',
          what: '[]',
          code: 'holds-nothing' as const,
          why: 'no port answers for names, so no exporter finds what it watches',
          cure: 'write [53], or leave it out',
        },
      ]),
];
