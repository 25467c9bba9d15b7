import type { Fault } from '#ground/fault.js';
import { instead, nearest } from '#ground/nearest.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { isInhibited } from '#routing/alertmanager/inhibited.js';
import { type Labels, landings } from '#routing/alertmanager/landing.js';
import type { ExpectedAlert, RouteTest } from './test.js';

/** A test, and what is not as it expects. */
export interface RouteTestResult {
  readonly name: string;
  readonly faults: readonly Fault[];
}

const named = (labels: Labels): string =>
  `{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(', ')}}`;

const list = (receivers: readonly string[]): string =>
  receivers.length > 0 ? receivers.join(', ') : 'nobody';

/** A receiver may be called without the namespace and the name that the operator puts before it. */
const isCalled = (receiver: string, name: string): boolean =>
  receiver === name || receiver.endsWith(`/${name}`);

const areCalled = (receivers: readonly string[], names: readonly string[]): boolean =>
  receivers.length === names.length && receivers.every((each, i) => isCalled(each, names[i] ?? ''));

const receiverFault = (
  { receivers: known }: Configuration,
  told: readonly string[],
  wanted: readonly string[],
): Pick<Fault, 'what' | 'code' | 'why' | 'cure'> | undefined => {
  const all = Object.keys(known);
  const [stranger] = wanted.filter((name) => !all.some((each) => isCalled(each, name)));
  if (stranger !== undefined)
    return {
      what: stranger,
      code: 'no-such-receiver',
      why: `there is no receiver '${stranger}'`,
      cure: instead(stranger, nearest(stranger, all) === undefined ? lastParts(all) : all),
    };
  return areCalled(told, wanted)
    ? undefined
    : {
        what: list(told),
        code: 'told-otherwise',
        why: `it goes to ${list(told)}, not to ${list(wanted)}`,
        cure: 'mend the routes, or what is expected',
      };
};

const lastParts = (receivers: readonly string[]): readonly string[] => [
  ...new Set(receivers.map((each) => each.replace(/^.*\//, ''))),
];

const faultsOf = (
  configuration: Configuration,
  alert: ExpectedAlert,
  where: string,
  firing: readonly Labels[],
): readonly Fault[] => {
  const { labels } = alert;
  const { route, inhibit } = configuration;
  const told = landings(route, labels).map(({ receiver }) => receiver);
  const silencing = firing.filter((other) => isInhibited(inhibit, labels, [other]));
  const at = `${where} ${named(labels)}`;
  if ('inhibited' in alert)
    return silencing.length > 0
      ? []
      : [
          {
            where: at,
            what: list(told),
            code: 'told-otherwise',
            why: `it is not inhibited: it goes to ${list(told)}`,
            cure: 'add the alert that must silence it to the test, or an inhibition to the routing',
          },
        ];
  const [cause] = silencing;
  if (cause !== undefined)
    return [
      {
        where: at,
        what: named(cause),
        code: 'told-otherwise',
        why: `it is inhibited by ${named(cause)}, and tells nobody`,
        cure: 'write expected_inhibited: true, or mend the inhibition',
      },
    ];
  const fault = receiverFault(configuration, told, alert.receivers);
  return fault ? [{ where: at, ...fault }] : [];
};

/** Runs tests of routes against an Alertmanager; all alerts of a test fire at once. */
export const runRouteTests = (
  tests: readonly RouteTest[],
  configuration: Configuration,
): readonly RouteTestResult[] =>
  tests.map(({ name, alerts }) => ({
    name,
    faults: alerts.flatMap((alert, i) =>
      faultsOf(
        configuration,
        alert,
        `alerts[${i}]`,
        alerts.map(({ labels }) => labels),
      ),
    ),
  }));
