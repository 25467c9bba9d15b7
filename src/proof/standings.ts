import type { Standing } from '#alerts/scenario/standing.js';
import type { Placed } from './prove-estate.js';

/** How many alerts have a proof that no person has confirmed, and how many have none. */
export interface Standings {
  readonly derived: number;
  readonly unproven: number;
}

/** How far the proof of an alert may be believed; nothing of one that a person has written or confirmed. */
export const standingOf = ({ alert }: Placed): Standing | undefined => alert.scenarios().standing;

/** The same of many, counted. */
export const standingsOf = (alerts: readonly Placed[]): Standings => {
  const standings = alerts.map(standingOf);
  const count = (kind: Standing['is']): number => standings.filter((each) => each?.is === kind).length;
  return { derived: count('derived'), unproven: count('unproven') };
};
