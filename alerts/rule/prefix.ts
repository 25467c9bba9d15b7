import type { RulePack } from './pack.js';

/** A pack whose alerts are called after their application: `HighLatency` becomes `ObserverHighLatency`. */
export const prefixed = <P extends RulePack>(prefix: string, pack: P): P => {
  const renamed = Object.entries(pack).map(([key, rule]) => [key, { ...rule, name: prefix + rule.name }]);
  // Only names change, which Object.fromEntries cannot say.
  return Object.fromEntries(renamed) as P;
};
