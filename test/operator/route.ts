import {
  type Context,
  type Field,
  type Fields,
  as,
  convert,
  duration,
  isObject,
  prefixed,
  refused,
  texts,
  textsOf,
} from './fields.js';

/** As `Matcher.String` of the operator's API writes it. */
const printed = (
  { name, matchType, value = '' }: { name?: unknown; matchType?: unknown; value?: unknown },
  at: string,
): string => {
  if (typeof name !== 'string' || name.trim() === '' || typeof value !== 'string')
    throw refused(at, 'a matcher needs a name');
  if (typeof matchType !== 'string' || !['=', '!=', '=~', '!~'].includes(matchType))
    throw refused(at, `${JSON.stringify(matchType)} is no matchType`);
  return `${name}${matchType}"${value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
};

const matchers =
  (name: string): Field =>
  (value, at) => {
    if (!Array.isArray(value)) throw refused(at, 'it is no list');
    const written = value.map((each: unknown, i) => {
      const unknown = Object.keys(isObject(each) ? each : {}).filter(
        (field) => !['name', 'value', 'matchType'].includes(field),
      );
      if (!isObject(each) || unknown.length > 0)
        throw refused(`${at}[${i}]`, `a matcher has no ${unknown.join(', ')}`);
      return printed(each, `${at}[${i}]`);
    });
    return written.length > 0 ? { [name]: written } : {};
  };

const intervalNames =
  (name: string): Field =>
  (value, at, context) => ({ [name]: textsOf(value, at).map((each) => prefixed(each, context)) });

const route: Fields = {
  receiver: (value, at, context) => {
    if (typeof value !== 'string') throw refused(at, 'it is no name');
    return value === '' ? {} : { receiver: prefixed(value, context) };
  },
  groupBy: texts('group_by'),
  groupWait: duration('group_wait'),
  groupInterval: duration('group_interval'),
  repeatInterval: duration('repeat_interval'),
  matchers: matchers('matchers'),
  continue: (value, at, context) => (value === false ? {} : as('continue', 'boolean')(value, at, context)),
  muteTimeIntervals: intervalNames('mute_time_intervals'),
  activeTimeIntervals: intervalNames('active_time_intervals'),
  routes: (value, at, context) => {
    if (!Array.isArray(value)) throw refused(at, 'it is no list');
    return value.length > 0
      ? { routes: value.map((each, i) => convert(route, each, `${at}[${i}]`, context)) }
      : {};
  },
};

const namespaceMatcher = ({ namespace }: Context): string =>
  printed({ name: 'namespace', matchType: '=', value: namespace }, 'namespace');

type Written = Readonly<Record<string, unknown>> & { readonly matchers?: readonly string[] };

/** The first route of an AlertmanagerConfig: only alerts of its namespace, and others may take them too. */
export const firstRoute = (value: unknown, at: string, context: Context): Written => {
  const written: Written = convert(route, value, at, context);
  if (written['receiver'] === undefined) throw refused(at, 'the first route needs a receiver');
  return { ...written, matchers: [...(written.matchers ?? []), namespaceMatcher(context)], continue: true };
};

const rule: Fields = {
  sourceMatch: matchers('source_matchers'),
  targetMatch: matchers('target_matchers'),
  equal: texts('equal'),
};

type WrittenRule = Readonly<Record<string, unknown>> & {
  readonly source_matchers?: readonly string[];
  readonly target_matchers?: readonly string[];
};

export const inhibitRule = (value: unknown, at: string, context: Context): WrittenRule => {
  const written: WrittenRule = convert(rule, value, at, context);
  const own = namespaceMatcher(context);
  const within = (side: readonly string[] = []): readonly string[] =>
    side.includes(own) ? side : [...side, own];
  return {
    ...written,
    source_matchers: within(written.source_matchers),
    target_matchers: within(written.target_matchers),
  };
};
