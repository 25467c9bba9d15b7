import { mapped } from '#ground/keyed.js';
import { enter } from './made.js';
import type { PackOf } from './pack.js';

/** A pack whose alerts are called after their application: `HighLatency` becomes `ObserverHighLatency`. */
export const prefixed = <P extends PackOf<P>>(prefix: string, pack: P): P =>
  mapped(pack, (rule) =>
    enter({
      ...rule,
      name: prefix + rule.name,
      ...(rule.key !== undefined && { key: prefix + rule.key }),
    }),
  );
