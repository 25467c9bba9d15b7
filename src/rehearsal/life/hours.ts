import { minuteOfDay, weekdays } from '#alerts/rule/clock.js';
import type { SimulatedFault } from './fault.js';

/** The minute of the week, of Sunday's first, that it is somewhere. */
const minuteThere = (now: Date, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(now);
  const said = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const day = weekdays.findIndex((each) => each === said('weekday').toLowerCase());
  return day * 1_440 + Number(said('hour')) * 60 + Number(said('minute'));
};

/**
 * By how many seconds the clock of rules is ahead, so that the faults begin when their proofs have them begin: of alerts that keep hours. 0
 * where none of them does; of several that do, as the first has it.
 */
export const atFault = (faults: readonly SimulatedFault[], now = new Date()): number => {
  const begins = faults.flatMap(({ scenario }) => scenario.begins ?? [])[0];
  if (!begins) return 0;
  const then = weekdays.indexOf(begins.day) * 1_440 + minuteOfDay(begins.at);
  return (then - minuteThere(now, begins.timeZone)) * 60;
};
