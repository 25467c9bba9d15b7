import { type Fault, below } from '#ground/fault.js';
import type { Service } from '#application/service.js';
import { renamedFaults } from '#application/service-labels.js';

/** The labels by which Services are found together: those that all of them share. */
export const sharedLabels = ([first, ...others]: readonly Service[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(first?.labels ?? {}).filter(([label, value]) =>
      others.every(({ labels }) => labels[label] === value),
    ),
  );

/** Why Services cannot be found together, or their labels not be copied onto every series. */
export const foundFaults = (
  services: readonly Service[],
  copiedLabels: readonly string[],
): readonly Fault[] => [
  ...(Object.keys(sharedLabels(services)).length > 0
    ? []
    : [
        {
          where: '',
          what: services.map((each) => each.name).join(', '),
          code: 'no-shared-label' as const,
          why: 'its Services share no label to be selected by',
          cure: 'give all of them one, such as component: api',
        },
      ]),
  ...below('copiedLabels', renamedFaults(copiedLabels)),
  ...services.flatMap((each) =>
    copiedLabels
      .filter((label) => !(label in each.labels))
      .map((label) => {
        const which = services.length > 1 ? `Service ${each.name}` : 'the Service';
        return {
          where: 'copiedLabels',
          what: label,
          code: 'no-such-label' as const,
          why: `${which} has no label ${label} to copy`,
          cure: `copy one that it has: ${Object.keys(each.labels).join(', ')}`,
        };
      }),
  ),
];
