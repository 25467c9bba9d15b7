import type { Fault } from './fault.js';
import { labelFaults } from './grammar.js';
import { instead } from './nearest.js';
import { byName, exactly, listOf, text } from './shape.js';

/** On which nodes pods run: those with these labels, those whose taints are tolerated too, as a node of its own for monitoring. */
export interface Placement {
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly Readonly<Record<string, string>>[];
}

const labels = byName(text);
/** Where pods run, where types were put aside. */
export const placementShape = exactly({}, { nodeSelector: labels, tolerations: listOf(labels) });

/** A placement of which something may be left out. */
export const placementOf = (given: Partial<Placement>): Placement => ({
  nodeSelector: {},
  tolerations: [],
  ...given,
});

/** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#scheduling, but for seconds, which are no text. */
const fields: Readonly<Record<string, readonly string[] | undefined>> = {
  key: undefined,
  value: undefined,
  operator: ['Equal', 'Exists', 'Lt', 'Gt'],
  effect: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
};

const tolerationFaults = (where: string, toleration: Readonly<Record<string, string>>): readonly Fault[] =>
  Object.entries(toleration).flatMap(([field, value]): readonly Fault[] => {
    if (!(field in fields))
      return [
        {
          where: `${where}.${field}`,
          what: field,
          code: 'no-such-field',
          why: `a toleration has no field '${field}'`,
          cure: instead(field, Object.keys(fields)),
        },
      ];
    const known = fields[field];
    return known === undefined || known.includes(value)
      ? []
      : [
          {
            where: `${where}.${field}`,
            what: value,
            code: 'no-such-word',
            why: `'${value}' is none of ${known.join(', ')}`,
            cure: instead(value, known),
          },
        ];
  });

/** What is wrong with where pods run. */
export const placementFaults = ({ nodeSelector, tolerations }: Placement): readonly Fault[] => [
  ...labelFaults('placement.nodeSelector', nodeSelector),
  ...tolerations.flatMap((each, i) => tolerationFaults(`placement.tolerations[${i}]`, each)),
];
