import type { Fault } from '#ground/fault.js';
import { isTelling } from '#ground/secret.js';

/** What a target is asked for beside its path: `{ family: ['queue_coarse_metrics'] }` is `?family=queue_coarse_metrics`. */
export type Params = Readonly<Record<string, readonly [string, ...string[]]>>;

/** A query as parameters, as they are written: `family: ['a', 'b'], vhost: ['/']`. */
const written = (query: string): string => {
  const asked = new URLSearchParams(query);
  return [...new Set(asked.keys())]
    .map((name) => {
      const values = asked.getAll(name).map((value) => `'${value}'`);
      return `${/^\w+$/.test(name) ? name : `'${name}'`}: [${values.join(', ')}]`;
    })
    .join(', ');
};

/** What to write in the place of a path with a query. */
const apart = (path: string): string => {
  const [before = '', query = ''] = path.replace(/#.*/, '').split(/\?(.*)/);
  const params = written(query);
  return `write path: '${before}'${params === '' ? '' : `, params: { ${params} }`}`;
};

/** What Prometheus makes of it: it escapes whatever would end a path, or begin an escape. */
const askedFor = (path: string): string =>
  encodeURI(path).replace(/[?#]/g, (sign) => encodeURIComponent(sign));

/**
 * What is wrong with the path that a target is asked for. Prometheus takes the text for the path alone, and asks for another address than
 * one with a query or an escape in it says.
 */
export const pathFaults = (path: string): readonly Fault[] => {
  const fault = (why: string, cure: string): Fault => ({
    where: 'path',
    what: path,
    code: 'bad-path',
    why,
    cure,
  });
  const escaped = `Prometheus would ask for '${askedFor(path)}'`;
  return [
    ...(path.startsWith('/') ? [] : [fault(`'${path}' does not begin with /`, `write '/${path}'`)]),
    ...(/[?#]/.test(path) ? [fault(`'${path}' is more than a path: ${escaped}`, apart(path))] : []),
    ...(/\s/.test(path)
      ? [fault(`'${path}' holds a space: ${escaped}`, `write '${path.replace(/\s+/g, '')}'`)]
      : []),
    ...(/%/.test(path.replace(/[?#].*/, ''))
      ? [fault(`'${path}' is escaped already: ${escaped}`, 'name a path that needs no escape')]
      : []),
  ];
};

/** What is wrong with what a target is asked for beside its path. */
export const paramFaults = (params: Params): readonly Fault[] =>
  Object.entries(params).flatMap(([name, values]): readonly Fault[] => [
    ...(name === '' || values.length === 0
      ? [
          {
            where: 'params',
            what: name,
            code: 'bad-http' as const,
            why: name === '' ? 'a parameter has no name' : `the parameter ${name} has no value`,
            cure: "write e.g. { family: ['queue_coarse_metrics'] }, or leave it out",
          },
        ]
      : []),
    ...(isTelling(name)
      ? [
          {
            where: `params.${name}`,
            what: '(not shown)',
            code: 'secret-in-the-open' as const,
            why: 'it would be committed and readable by everybody',
            cure: 'give it as bearerToken or basicAuth, by secret(name, key)',
          },
        ]
      : []),
  ]);
