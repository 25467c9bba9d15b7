import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { nearest } from '#ground/nearest.js';
import { UsageError } from '#ground/usage.js';
import { type Placed, alertsOf } from '#proof/prove-estate.js';

/** Whether an alert is meant by a name, of which there may be several, or by what is its alone. */
const isCalled = (alert: AlertRule, name: string): boolean => alert.name === name || keyOf(alert) === name;

/** `application.name`, or what to write instead. */
const suggestion = (wanted: string, names: readonly string[]): string => {
  const meant = nearest(wanted, names);
  return meant === undefined ? `There are ${names.join(', ')}.` : `${meant} is meant?`;
};

/**
 * The alerts that are asked for.
 *
 * @throws UsageError on names of alerts or applications that there are not, all of them, each with the nearest that there is.
 */
export const selected = (
  applications: readonly Application[],
  wanted: { readonly alerts: readonly string[]; readonly applications: readonly string[] },
): readonly Placed[] => {
  const names = applications.map(({ name }) => name);
  const unknown = wanted.applications.filter((name) => !names.includes(name));
  const among = applications.filter(
    ({ name }) => wanted.applications.length === 0 || wanted.applications.includes(name),
  );
  const placed = alertsOf(among);
  const missing = wanted.alerts.filter((name) => !placed.some(({ alert }) => isCalled(alert, name)));
  const faults = [
    ...unknown.map((name) => `There is no application ${name}. ${suggestion(name, names)}`),
    ...missing.map((name) => missingText(name, placed, alertsOf(applications))),
  ];
  if (faults.length > 0) throw new UsageError(faults);
  return wanted.alerts.length === 0
    ? placed
    : placed.filter(({ alert }) => wanted.alerts.some((name) => isCalled(alert, name)));
};

const missingText = (name: string, placed: readonly Placed[], all: readonly Placed[]): string => {
  const elsewhere = all
    .filter(({ alert }) => isCalled(alert, name))
    .map(({ context }) => context.application);
  if (elsewhere.length > 0) return `${name} is an alert of ${elsewhere.join(' and ')}.`;
  const among = placed.length > 0 ? placed : all;
  const meant = nearest(
    name,
    among.map(({ alert }) => alert.name),
  );
  return `There is no alert ${name}.${meant === undefined ? '' : ` ${meant} is meant?`}`;
};
