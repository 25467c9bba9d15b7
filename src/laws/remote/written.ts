import type { Fault } from '#ground/fault.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import type { Law } from '#laws/law.js';
import type { Stated } from '#laws/stated.js';
import type { RemoteWrite } from '#platform/remote-write/remote-write.js';
import { type SeriesPattern, labelsOf } from '#platform/remote-write/written.js';
import { type Selector, selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { canHoldTogether } from '#routing/together.js';
import { type Engaged, engaged, evaluatedThere, readThere } from './read-there.js';
import { across } from '#laws/apart.js';

/** What whoever evaluates rules writes itself, wherever that is. */
const ofRules = ['ALERTS', 'ALERTS_FOR_STATE'];

/** Whether a pattern may mean a series that a selector reads. */
const mayMean = (pattern: SeriesPattern, { metric, matchers }: Selector): boolean => {
  const labels = labelsOf(pattern);
  const names = labels.filter(([label]) => label === '__name__');
  const others = labels.filter(([label]) => label !== '__name__');
  return (
    names.every(([, regex]) => matchesWhole(regex, metric.name)) &&
    canHoldTogether([
      ...matchers,
      ...others.map(([label, regex]) => ({ label, operator: '=~' as const, value: regex })),
    ])
  );
};

const shown = (pattern: SeriesPattern): string =>
  typeof pattern === 'string' ? pattern : JSON.stringify(pattern);

/** Why what a selector reads is not there, or not all of it, with what to write. */
const unwritten = (selector: Selector, write: RemoteWrite): Pick<Fault, 'why' | 'cure'> | undefined => {
  const { name, stored } = selector.metric;
  if (write.keep.length > 0 && !write.keep.some((regex) => matchesWhole(regex, name)))
    return { why: 'which is not among what is kept', cure: `add '${name}' to write.keep` };
  const by = write.drop.find((pattern) => mayMean(pattern, selector));
  if (by !== undefined)
    return {
      why: `which ${shown(by)} drops`,
      cure: `take ${shown(by)} out of write.drop, or let a Prometheus evaluate it: on: 'prometheus'`,
    };
  return stored !== undefined && !write.sendNativeHistograms
    ? {
        why: 'a native histogram, of which nothing is sent',
        cure: 'write sendNativeHistograms: true, and have them taken there',
      }
    : undefined;
};

/** What is read there of a name, which nothing of the same application records there. */
interface Missed extends Caused {
  readonly name: string;
}

const ofReader = (
  { at, reader, expr }: Stated,
  { called, write }: Engaged,
  recorded: ReadonlySet<string>,
): readonly Missed[] =>
  selectors(expr).flatMap((selector) => {
    const { name } = selector.metric;
    if (write === undefined || name === '' || recorded.has(name) || ofRules.includes(name)) return [];
    const told = unwritten(selector, write);
    return told === undefined
      ? []
      : [
          {
            name,
            fault: {
              where: at,
              what: print(expr),
              code: 'not-written-though-read',
              why: `${reader} is read of ${called}, and reads ${name}, ${told.why}`,
              cure: told.cure,
            },
            cause: `${name} ${told.why}`,
            hit: reader,
          },
        ];
  });

/** A rule that is evaluated elsewhere, or a panel that asks there, sees what is written there: what write relabeling leaves out is not there. */
export const everythingReadThereIsWritten: Law = across({
  summary: ({ applications, cluster }) => {
    const engine = cluster && engaged(cluster);
    if (cluster === undefined || engine?.write === undefined) return undefined;
    const recorded = applications.flatMap((each) =>
      evaluatedThere(each, engine).flatMap(({ records }) => records.map(({ record }) => record)),
    );
    const missed = applications.flatMap((application) =>
      readThere(application, cluster, engine).flatMap((each) => ofReader(each, engine, new Set(recorded))),
    );
    return recorded.length + missed.length === 0 ? undefined : { recorded, missed };
  },
  judge: (all) => {
    const recorded = new Set(all.flatMap((each) => each.recorded));
    return oncePerCause(all.flatMap(({ missed }) => missed.filter(({ name }) => !recorded.has(name))));
  },
});
