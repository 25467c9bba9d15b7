/**
 * What a number counts, in Prometheus's base units. `coreSeconds` is CPU time, so that its rate is in `cores`;
 * `timestamp` is seconds since 1970; `boolean` is 0 or 1. Money has a unit for each currency, so that no two are added up.
 */
// The type is written out, since the compiler's messages then call it by its name; `units` holds each of it.
export type Unit =
  | 'count'
  | 'ratio'
  | 'seconds'
  | 'bytes'
  | 'cores'
  | 'coreSeconds'
  | 'timestamp'
  | 'boolean'
  | 'won'
  | 'perSecond'
  | 'bytesPerSecond';

/** The unit that a metric's name tells, by Prometheus's naming conventions; `count` where it tells none. */
export type UnitOfName<N extends string> = N extends `${infer Stem}_total`
  ? UnitOfName<Stem>
  : N extends `${string}_timestamp_seconds` | `${string}_timestamp`
    ? 'timestamp'
    : N extends `${string}_seconds`
      ? 'seconds'
      : N extends `${string}_bytes`
        ? 'bytes'
        : N extends `${string}_ratio`
          ? 'ratio'
          : 'count';

/** The same at run time: the two must agree, and a test holds them together. */
export const unitOfName = (name: string): Unit => {
  const stem = name.replace(/(_total)+$/, '');
  if (/_timestamp(_seconds)?$/.test(stem)) return 'timestamp';
  if (stem.endsWith('_seconds')) return 'seconds';
  if (stem.endsWith('_bytes')) return 'bytes';
  return stem.endsWith('_ratio') ? 'ratio' : 'count';
};
