import { type Duration } from '#ground/duration.js';
import { shorter } from '#rehearsal/life/faster.js';
import { tellersOf } from '#rehearsal/stage/teller.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { type Notification, type Silence, simulate } from '#routing/alertmanager/simulate.js';
import type { Route } from '#routing/route.js';
import type { Seen } from './watch.js';

/** That somebody is told of an alert, that it fires or that it is resolved. */
export interface Telling {
  /** Who: an entry of a receiver in alertmanager.yml. */
  readonly teller: string;
  readonly to: string;
  readonly receiver: string;
  readonly alert: string;
  readonly isResolved: boolean;
}

const fasterRoute = (route: Route, factor: number): Route => {
  const each = (field: 'groupWait' | 'groupInterval' | 'repeatInterval', usual?: Duration) => {
    const length = route[field] ?? usual;
    return length === undefined ? {} : { [field]: shorter(length, factor) };
  };
  return {
    ...route,
    ...each('groupWait'),
    ...each('groupInterval'),
    ...each('repeatInterval'),
    routes: route.routes.map((child) => fasterRoute(child, factor)),
  };
};

const isOf = (alert: string, labels: readonly Readonly<Record<string, string>>[]): boolean =>
  labels.some((each) => each['alertname'] === alert);

const tellingsOf = (
  { receivers }: Configuration,
  { receiver, integration, firing, resolved }: Notification,
  alert: string,
): readonly Telling[] => {
  const integrations = receivers[receiver] ?? [];
  const { id, to } = tellersOf(receiver, integrations)[integrations.indexOf(integration)] ?? {
    id: '',
    to: '',
  };
  return [false, true]
    .filter((isResolved) => isOf(alert, isResolved ? resolved : firing))
    .map((isResolved) => ({ teller: id, to, receiver, alert, isResolved }));
};

const keyOf = ({ teller, alert, isResolved }: Telling): string => `${teller} ${alert} ${isResolved}`;

export interface Observed {
  readonly seen: readonly Seen[];
  readonly silences: readonly Silence[];
  readonly factor: number;
  /** Labels that an alert has in truth, or that it is meant to have. */
  readonly labelled: Readonly<Record<string, string>>;
}

/**
 * Who is told of an alert by a configuration, by this project's own simulation of Alertmanager, of all alerts as they were seen: each once
 * that it fires, and once that it is resolved.
 */
export const expectedOf = (
  alert: string,
  configuration: Configuration,
  { seen, silences, factor, labelled }: Observed,
): readonly Telling[] => {
  const alerts = seen.flatMap(({ labels, firingAt, endedAt }) =>
    firingAt === undefined
      ? []
      : [
          {
            labels: { ...labels, ...labelled },
            from: new Date(firingAt),
            ...(endedAt !== undefined && { to: new Date(endedAt) }),
          },
        ],
  );
  const first = Math.min(...alerts.map(({ from }) => from.getTime()));
  if (!Number.isFinite(first)) return [];
  const last = Math.max(first, ...alerts.map(({ to, from }) => (to ?? from).getTime()));
  const notifications = simulate(
    { ...configuration, route: fasterRoute(configuration.route, factor) },
    // An hour of life afterwards all groups have been looked at.
    { alerts, silences, until: new Date(last + Math.max(60_000, 3_600_000 / factor)) },
  );
  const all = notifications.flatMap((each) => tellingsOf(configuration, each, alert));
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
};

/** Those of some that are not among others. */
export const missingIn = (some: readonly Telling[], others: readonly Telling[]): readonly Telling[] => {
  const keys = new Set(others.map(keyOf));
  return some.filter((each) => !keys.has(keyOf(each)));
};
