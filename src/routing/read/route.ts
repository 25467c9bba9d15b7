import { fromEntries } from '#ground/keyed.js';
import type { Yaml } from '#ground/yaml-tree.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import type { Inhibition } from '#routing/inhibition.js';
import type { Route } from '#routing/route.js';
import type { Reading } from './field.js';
import { readMatchers } from './matchers.js';

/** A route as somebody wrote it. */
export interface WrittenRoute extends Route {
  readonly line: number;
  readonly routes: readonly WrittenRoute[];
}

/** An inhibition as somebody wrote it. */
export interface WrittenInhibition extends Inhibition {
  readonly line: number;
}

const matchersOf = (yaml: Yaml, reading: Reading): readonly LabelMatcher[] =>
  readMatchers(yaml, reading, { matchers: 'matchers', equal: 'match', regex: 'match_re' });

const some = <K extends string>(
  name: K,
  values: readonly string[],
): { readonly [N in K]?: readonly string[] } => (values.length > 0 ? fromEntries([[name, values]]) : {});

/** A route and all below it. What is left out is as in the route above. */
export const readRoute = (yaml: Yaml, reading: Reading, above = ''): WrittenRoute => {
  const receiver = reading.text(yaml, 'receiver') ?? above;
  const [wait, interval, repeat] = ['group_wait', 'group_interval', 'repeat_interval'].map((name) =>
    reading.length(yaml, name),
  );
  const goesOn = reading.truth(yaml, 'continue', false);
  return {
    receiver,
    line: yaml.line,
    matchers: matchersOf(yaml, reading),
    ...some('groupBy', reading.texts(yaml, 'group_by')),
    ...(wait !== undefined && { groupWait: wait }),
    ...(interval !== undefined && { groupInterval: interval }),
    ...(repeat !== undefined && { repeatInterval: repeat }),
    ...(goesOn && { continue: true }),
    ...some('muteTimeIntervals', reading.texts(yaml, 'mute_time_intervals')),
    ...some('activeTimeIntervals', reading.texts(yaml, 'active_time_intervals')),
    routes: reading.list(yaml, 'routes').map((each) => readRoute(each, reading, receiver)),
  };
};

/** An inhibition, in words of old too. */
export const readInhibition = (yaml: Yaml, reading: Reading): WrittenInhibition => {
  const side = (of: 'source' | 'target'): readonly LabelMatcher[] =>
    readMatchers(yaml, reading, {
      // The operator calls the list by its old name.
      matchers: reading.form === 'AlertmanagerConfig' ? `${of}_match` : `${of}_matchers`,
      equal: `${of}_match`,
      regex: `${of}_match_re`,
    });
  return {
    line: yaml.line,
    source: side('source'),
    target: side('target'),
    equal: reading.texts(yaml, 'equal'),
  };
};

/** Every route of a tree, from the top down. */
export const routesIn = (route: WrittenRoute): readonly WrittenRoute[] => [
  route,
  ...route.routes.flatMap(routesIn),
];
