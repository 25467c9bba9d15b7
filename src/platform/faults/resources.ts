import type { Fault } from '#ground/fault.js';
import type { PodResources, Quantities, Storage } from '#platform/platform.js';
import { quantityOf } from '#platform/quantity.js';

const examples = { cpu: "'200m' or '1'", memory: "'512Mi' or '2Gi'", size: "'10Gi'" };

const quantityFaults = (where: string, text: string, example: string): readonly Fault[] =>
  quantityOf(text) !== undefined
    ? []
    : [
        {
          where,
          what: text,
          code: 'bad-quantity',
          why: `'${text}' is no quantity of Kubernetes's that is over 0`,
          cure: `write e.g. ${example}`,
        },
      ];

const isOver = (request: string, limit: string): boolean =>
  (quantityOf(request) ?? 0) > (quantityOf(limit) ?? Infinity);

const ofKind = (
  where: string,
  kind: keyof Quantities,
  { requests, limits }: PodResources,
): readonly Fault[] => {
  const [request, limit] = [requests[kind], limits[kind]];
  return [
    ...quantityFaults(`${where}.requests.${kind}`, request, examples[kind]),
    ...(limit === undefined ? [] : quantityFaults(`${where}.limits.${kind}`, limit, examples[kind])),
    ...(limit !== undefined && isOver(request, limit)
      ? [
          {
            where: `${where}.requests.${kind}`,
            what: request,
            code: 'request-over-limit' as const,
            why: `it asks for ${request} and may use ${limit}: Kubernetes refuses the pod`,
            cure: 'ask for no more than it may use',
          },
        ]
      : []),
  ];
};

/** What is wrong with what pods ask for. */
export const resourceFaults = (where: string, resources: PodResources): readonly Fault[] =>
  (['cpu', 'memory'] as const).flatMap((kind) => ofKind(`${where}.resources`, kind, resources));

/** The same of a volume. */
export const storageFaults = (where: string, storage: Storage): readonly Fault[] =>
  quantityFaults(`${where}.storage.size`, storage.size, examples.size);

/** How many there are of something: at least one. */
export const countFaults = (where: string, count: number): readonly Fault[] =>
  Number.isInteger(count) && count >= 1
    ? []
    : [
        {
          where,
          what: String(count),
          code: 'no-whole-number',
          why: `${count} is no number of pods`,
          cure: 'write a whole number over 0; a part is left out by false',
        },
      ];
