import type { Fault } from '#ground/fault.js';
import { aNumber, exactly } from '#ground/shape.js';

/** How large a cluster is, in round numbers: what its monitoring costs is reckoned by it. */
export interface Size {
  readonly nodes: number;
  readonly pods: number;
}

export const sizeShape = exactly({ nodes: aNumber, pods: aNumber });

/** What of it is no number of things. */
export const sizeFaults = (size: Size | undefined): readonly Fault[] =>
  Object.entries(size ?? {})
    .filter(([, count]: readonly [string, number]) => !Number.isInteger(count) || count < 1)
    .map(([field, count]: readonly [string, number]) => ({
      where: `size.${field}`,
      what: String(count),
      code: 'no-whole-number',
      why: `${count} is no number of ${field}`,
      cure: 'write a whole number of at least 1',
    }));
