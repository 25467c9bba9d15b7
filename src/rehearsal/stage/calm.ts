import { setTimeout as sleep } from 'node:timers/promises';
import type { SimulatedFault } from '#rehearsal/life/fault.js';
import type { Life } from '#rehearsal/life/life.js';
import { activeAlerts } from '#rehearsal/servers/prometheus-api.js';

/** Seconds in which what is not well shows. */
const shows = 3;

/**
 * Has every alert be quiet that is not while no fault is pressed: the proofs of others may be well in a way in which it is not, as where one
 * calls a second fast and another slow. Then what it reads is as its own proof has it. Says whether any was to be calmed.
 */
export const calmed = async (
  prometheus: string,
  faults: readonly SimulatedFault[],
  life: Pick<Life, 'calm'>,
): Promise<boolean> => {
  await sleep(shows * 1_000);
  const names = new Set((await activeAlerts(prometheus)).map(({ labels }) => labels['alertname']));
  const own = faults.filter(
    ({ alert, number, scenario }) => number === 0 && names.has(alert.name) && scenario.always !== true,
  );
  own.forEach(life.calm);
  return own.length > 0;
};
