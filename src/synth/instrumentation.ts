import type { Application } from '#application/application.js';
import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import { instrumentationFiles } from '#instrumentation/instrumentation.js';

/** A place with the applications that run there. */
interface Running {
  readonly name: string;
  readonly applications: readonly Application[];
}

/** What applications export by, of all places: an application has one side of its own, wherever it runs, so that all places tell the same. */
export const instrumentationOf = (
  places: readonly Running[],
): { readonly modules: ReadonlyMap<string, string>; readonly faults: readonly Fault[] } => {
  const all = places.flatMap(({ name: place, applications }) =>
    applications.flatMap((each) =>
      [...instrumentationFiles(each)].map(([path, text]) => ({ place, application: each.name, path, text })),
    ),
  );
  const byPath = [...byKey(all, ({ path }) => path)];
  const otherwise = byPath.flatMap(([, [first, ...others]]) =>
    others.flatMap((each) => (first && each.text !== first.text ? [{ first, each }] : [])),
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
  return { modules: new Map(byPath.map(([path, [first]]) => [path, first?.text ?? ''])), faults };
};
