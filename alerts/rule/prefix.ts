import { mapped } from '../../ground/keyed.js';
import type { RulePack } from './pack.js';

/** A pack whose alerts are called after their application: `HighLatency` becomes `ObserverHighLatency`. */
export const prefixed = <P extends RulePack>(prefix: string, pack: P): P =>
  mapped(pack, (rule) => ({ ...rule, name: prefix + rule.name }));
