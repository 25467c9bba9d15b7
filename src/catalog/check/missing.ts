import type { Family } from '#catalog/exposition.js';
import { nearest } from '#ground/nearest.js';
import type { AnyMetric, MetricInfo } from '#promql/metric/metric.js';
import type { Difference } from './difference.js';

/** Endings that say in which unit a metric is, or that it only grows. */
const ending =
  /_(seconds|second|milliseconds|millis|ms|microseconds|us|nanoseconds|ns|minutes|bytes|kilobytes|kb|megabytes|mb|ratio|percent|percentage)?(_total|_count)?$/;

const withoutEnding = (name: string): string => name.replace(ending, '');

/** Under which other name the program probably exports it, of those that no catalogue declares. */
const calledOtherwise = (
  { name, kind }: MetricInfo,
  others: ReadonlyMap<string, Family>,
): Omit<Difference, 'what'> | undefined => {
  const names = [...others.keys()];
  if (kind === 'counter' && others.has(name.replace(/_total$/, '')))
    return {
      code: 'not-exported',
      why: `${name} is exported as ${name.replace(/_total$/, '')}, by which no rule reads it`,
      cure: 'let the name of the counter end in _total',
    };
  const inOtherUnit = names.find((each) => each !== name && withoutEnding(each) === withoutEnding(name));
  if (inOtherUnit !== undefined)
    return {
      code: 'not-exported',
      why: `${name} is not exported, and ${inOtherUnit} is: it differs in the unit or in the ending`,
      cure: `count in the unit that the name ${name} says, and call it so`,
    };
  const meant = nearest(name, names);
  return meant === undefined
    ? undefined
    : { code: 'not-exported', why: `${name} is not exported, and ${meant} is`, cure: `call it ${name}` };
};

/** What is to be told of a metric of which there is nothing in an answer. */
export const neverExported = ({ info }: AnyMetric, others: ReadonlyMap<string, Family>): Difference => ({
  what: info.name,
  ...(calledOtherwise(info, others) ?? {
    code: 'not-exported',
    why: `${info.name} is not exported`,
    cure: 'register it when the program starts',
  }),
});

/** What is to be told of a metric that is described and has no series: what has labels that are open has none until something happened. */
export const withoutSeries = ({ info }: AnyMetric): Difference => {
  const open = info.ownLabels.filter((label) => info.values[label] === undefined);
  return open.length === 0
    ? {
        what: info.name,
        code: 'no-child-yet',
        why: `${info.name} has no series yet, so that the first one is no increase`,
        cure: 'make its children when the program starts, at 0',
      }
    : {
        what: info.name,
        code: 'no-child-yet',
        why: `${info.name} has no series yet, and nothing of it could be looked at`,
        cure: `let the program do once what it counts, with any ${open.join(' and ')}, and check again`,
        isHint: true,
      };
};
