import { keyOf } from '#alerts/rule/rule.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { nearest } from '#ground/nearest.js';
import { UsageError } from '#ground/usage.js';
import { type SimulatedFault, faultsOf } from '#rehearsal/life/fault.js';
import type { Somewhere } from '#rehearsal/place/places.js';
import type { Rehearsed } from '#rehearsal/place/rehearsed.js';

/** An alert that is to be rehearsed. */
export interface Chosen {
  readonly rehearsed: Rehearsed;
  readonly fault: SimulatedFault;
}

/** Why an alert cannot be rehearsed, as a sentence; nothing where it can. */
export const unrehearsable = ({ alert, scenario }: SimulatedFault): string | undefined => {
  if (scenario.always) return `${alert.name} fires always: it has no fault`;
  if (scenario.series.some(({ part }) => part !== undefined))
    return `${alert.name} reads native histograms, which no text of a target tells`;
  return undefined;
};

const faultOf = (rehearsed: Rehearsed, alert: string): SimulatedFault | string => {
  const { application } = rehearsed;
  const known = toldAlertsOf(application).find((each) => each.name === alert || keyOf(each) === alert);
  const fault = faultsOf(application).find((each) => each.alert === known);
  if (fault) return unrehearsable(fault) ?? fault;
  if (known && application.logGroups.some(({ alerts }) => alerts.some((each) => each === known)))
    return `${application.name}/${alert} is evaluated by Loki, of which none runs here`;
  return `${application.name}/${alert} has no proof in which it fires, and so no fault that could be rehearsed`;
};

const split = (word: string): { readonly application?: string; readonly alert: string } => {
  const [application = '', ...rest] = word.split('/');
  return rest.length === 0 ? { alert: word } : { application, alert: rest.join('/') };
};

/**
 * The alerts that are named, `ALERT` or `application/ALERT`, each in the first case of its proof and in the first place of its application.
 *
 * @throws UsageError on names that there are not, with the nearest, on names of several applications, and on what cannot be rehearsed.
 */
export const chosenOf = (places: readonly Somewhere[], words: readonly string[]): readonly Chosen[] => {
  const first = places.filter(
    ({ application }, i) => places.findIndex((each) => each.application === application) === i,
  );
  const all = first.map((each) => ({ ...each, made: each.rehearsed() }));
  const names = all.flatMap(({ made: { application } }) =>
    toldAlertsOf(application).flatMap((alert) => [alert.name, keyOf(alert)]),
  );
  const found = words.map((word): Chosen | string => {
    const { application, alert } = split(word);
    const owners = all.filter(
      (each) =>
        (application === undefined || each.application === application) &&
        toldAlertsOf(each.made.application).some((one) => one.name === alert || keyOf(one) === alert),
    );
    const [owner, another] = owners;
    if (another)
      return `${alert} is an alert of ${owners.map((each) => each.application).join(' and ')}: write ${owners.map((each) => `${each.application}/${alert}`).join(' or ')}`;
    if (!owner) {
      const meant = nearest(alert, names);
      return `There is no alert ${word}.${meant === undefined ? '' : ` ${meant} is meant?`}`;
    }
    const fault = faultOf(owner.made, alert);
    return typeof fault === 'string' ? fault : { rehearsed: owner.made, fault };
  });
  const faults = found.filter((each) => typeof each === 'string');
  if (faults.length > 0) throw new UsageError(faults);
  return found.filter((each) => typeof each !== 'string');
};
