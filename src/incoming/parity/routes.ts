import type { Beside } from '#incoming/beside/beside.js';
import type { Plan } from '#incoming/plan/plan.js';
import { reachOf } from '#proof/rules/reach/reach.js';
import type { AlertLabels } from '#routing/carried.js';
import { ways } from '#routing/reach.js';
import { configurationOf } from '#routing/read/configuration.js';
import type { Place } from '#rules/rule.js';

/** An alert that reaches others than before. */
export interface Rerouted {
  readonly alert: string;
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

/** Whom alerts reach, held against whom they reached. */
export interface RouteParity {
  readonly compared: number;
  readonly differences: readonly Rerouted[];
}

const told = (all: readonly (readonly string[])[]): string =>
  [...new Set(all.map((way) => [...new Set(way)].toSorted().join(' and ')))].toSorted().join(' or ') ||
  'nobody';

/** What an object of the operator calls its receivers in the configuration that is made of it. */
const plain = (receiver: string): string => receiver.split('/').at(-1) ?? receiver;

/** Whom each alert reaches by the routing that is written, held against whom it reached by the one that came in. */
export const routeParity = (
  { routing }: Beside,
  { groups }: Plan,
  labels: readonly AlertLabels[],
): RouteParity | undefined => {
  const before = routing && configurationOf([routing.written]);
  if (routing === undefined || before === undefined) return undefined;
  const alerts = groups.flatMap(({ written, alerts: all }) =>
    all.map(({ alert, expr }) => ({ alert, group: written, expr })),
  );
  const reached = reachOf(alerts, before);
  const differences = reached.flatMap(({ alert, ways: was }, i): readonly Rerouted[] => {
    const its = labels[i];
    if (its === undefined) return [];
    const [one, other] = [
      told(was.map((way) => way.map(plain))),
      told(ways(routing.source.made, its).map((way) => way.map(plain))),
    ];
    return one === other ? [] : [{ alert: alert.name, place: alert.place, before: one, after: other }];
  });
  return { compared: reached.length, differences };
};
