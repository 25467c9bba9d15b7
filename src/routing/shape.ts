import { languages } from '#ground/language.js';
import {
  type Shape,
  aNumber,
  anything,
  byName,
  exactly,
  fields,
  length,
  listOf,
  named,
  oneOf,
  oneOrMore,
  text,
  truth,
} from '#ground/shape.js';
import { integrationShape, receiversShape } from './receiver/shape.js';

const times = exactly({}, { times: listOf(exactly({ start: text, end: text })), weekdays: listOf(text) });
const matchers = byName(anything);

const routeFields = {
  matchers,
  groupBy: listOf(text),
  ...{ groupWait: length, groupInterval: length, repeatInterval: length },
  continue: truth,
  muteTimeIntervals: listOf(text),
  activeTimeIntervals: listOf(text),
};

const below: Shape = (where, value) =>
  exactly({}, { ...routeFields, receiver: text, routes: listOf(below) })(where, value);

/** Who is told of which alerts, where types were put aside. */
export const routingShape = fields(
  {
    language: oneOf(languages),
    receivers: receiversShape,
    route: exactly({ receiver: text }, { ...routeFields, routes: listOf(below) }),
  },
  {
    clock: exactly({ name: named, minutesAheadOfUtc: aNumber }),
    timeIntervals: byName(oneOrMore(times)),
    inhibit: listOf(exactly({ source: matchers, target: matchers, equal: listOf(text) })),
    heartbeat: (where, value) => [
      ...fields({ integration: oneOf(['webhook']) })(where, value),
      ...integrationShape(where, value),
    ],
    unpaged: text,
    untold: text,
    resolveTimeout: length,
    severities: listOf(text),
  },
);
