import type { Application } from '#application/application.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import { instrumentationFiles } from '#instrumentation/instrumentation.js';
import { distinct, keptTexts } from './kept-texts.js';
import { type Text, isSameText } from './publishing/content.js';

/** A place with the applications that run there. */
interface Running {
  readonly name: string;
  readonly applications: readonly Application[];
}

/** The modules that are written, and what is wrong with them. */
interface Instrumentation {
  readonly modules: ReadonlyMap<string, Text>;
  readonly faults: readonly Fault[];
  /** What stands in them that is secret, where: `observer/monitoring/metrics.py:12`. */
  readonly secret: () => readonly Fault[];
}

const filesOf = keptTexts('instrumentation', instrumentationFiles);

/** What applications export by, of all places: an application has one side of its own, wherever it runs, so that all places tell the same. */
export const instrumentationOf = (places: readonly Running[]): Instrumentation => {
  const all = places.flatMap(({ name: place, applications }) =>
    applications.flatMap((each) =>
      [...filesOf.of(each)].map(([path, text]) => ({ place, application: each.name, path, text })),
    ),
  );
  const byPath = [...byKey(all, ({ path }) => path)];
  const otherwise = byPath.flatMap(([, [first, ...others]]) =>
    others.flatMap((each) => (first && !isSameText(each.text, first.text) ? [{ first, each }] : [])),
  );
  const faults = [...byKey(otherwise, ({ each }) => `${each.place}/${each.application}`)].flatMap(
    ([where, [found]]): readonly Fault[] =>
      found
        ? [
            {
              where: `${where}.instrumentation`,
              what: found.each.path,
              code: 'written-twice',
              why: `${found.each.path} is another one in ${found.first.place}, and an application has one side of its own`,
              cure: 'describe its instrumentation alike in all places',
            },
          ]
        : [],
  );
  const secret = (): readonly Fault[] =>
    distinct(places.flatMap(({ applications }) => applications.flatMap((each) => filesOf.secret(each))));
  return { modules: new Map(byPath.map(([path, [first]]) => [path, first?.text ?? ''])), faults, secret };
};
