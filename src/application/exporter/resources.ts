import type { Fault } from '#ground/fault.js';

/** What a container asks for, and what it may use at most. */
interface Share {
  readonly request: number;
  readonly limit: number;
}

/** What an exporter runs on: CPU in thousandths of a core, memory in MiB. A host limits the memory alone. */
export interface Resources {
  readonly cpu: Share;
  readonly memory: Share;
}

export type ResourcesSpec = { readonly [R in keyof Resources]?: Partial<Share> };

/** Enough for an exporter that reads one server: most take 10 to 30 MiB. */
export const little: Resources = { cpu: { request: 10, limit: 200 }, memory: { request: 32, limit: 64 } };

/** What is given, and of the rest what is usual. */
export const resourcesOf = (usual: Resources, { cpu, memory }: ResourcesSpec): Resources => ({
  cpu: { ...usual.cpu, ...cpu },
  memory: { ...usual.memory, ...memory },
});

const shareFaults = (where: string, unit: string, { request, limit }: Share): readonly Fault[] => {
  const odd = Object.entries({ request, limit }).filter(([, each]) => !Number.isInteger(each) || each <= 0);
  if (odd.length > 0)
    return odd.map(([name, each]) => ({
      where: `${where}.${name}`,
      what: `${each}`,
      code: 'no-whole-number',
      why: `${each} is no number of ${unit}`,
      cure: 'write a whole number over 0',
    }));
  return request <= limit
    ? []
    : [
        {
          where,
          what: `${request}`,
          code: 'request-over-limit',
          why: `it asks for ${request} ${unit} and may use ${limit}: Kubernetes refuses the pod`,
          cure: 'ask for no more than it may use',
        },
      ];
};

export const resourceFaults = ({ cpu, memory }: Resources): readonly Fault[] => [
  ...shareFaults('resources.cpu', 'thousandths of a core', cpu),
  ...shareFaults('resources.memory', 'MiB', memory),
];
