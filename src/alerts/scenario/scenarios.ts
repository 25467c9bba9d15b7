import { firing } from './firing.js';
import { throughTheWeek } from './hours.js';
import type { Proof } from './proof.js';
import { staysQuiet } from './quiet.js';
import type { Firing, Scenario } from './scenario.js';
import { type Watched, sceneOf } from './scene.js';

/**
 * The scenarios of a proof: those at the boundary of the limit, which follow from series at which the signal reads a value, then those
 * that are written. Just over the limit the alert fires and at it it does not: alone; of several at once, in unequal parts, by fits
 * and starts, amid series of others that are many; with hardly enough events, and with hardly too few; for less than `for`; within
 * its hours and outside them; and it stays quiet where a part of what it reads, or all of it, is not exported.
 */
export const scenariosOf = <L extends string>(
  { reading, fires = [], quiet = [] }: Proof<L>,
  alert: Watched,
): { readonly fires: readonly Firing<L>[]; readonly quiet: readonly Scenario[] } => {
  if (!reading) return { fires, quiet };
  const scene = sceneOf(reading, alert);
  return {
    fires: [...firing(scene), ...throughTheWeek(scene), ...fires],
    quiet: [...staysQuiet(scene), ...quiet],
  };
};
