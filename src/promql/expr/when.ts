import { type Duration, durationFault, durationRefusal, inSeconds, isDuration } from '#ground/duration.js';

/** One step of what is drawn, which Grafana fills in: no rule may contain it. */
export const oneStep = '$__interval';
/** How much earlier series are read, `5m`; with a sign, how much later: `-5m`; where something is drawn, as they were a step before. */
export type Offset = Duration | `-${Duration}` | typeof oneStep;
/** A fixed moment, in seconds since 1970; or the moment at which a panel begins or ends, whatever is drawn between. */
export type At = number | 'start' | 'end';

/** When series are read that are not read now. */
export interface When {
  readonly offset?: Offset;
  /** Instead of the moment of the evaluation: `@ end()`. */
  readonly at?: At;
}

/** The seconds of an offset, negative where it looks ahead; none of a step, whose length nobody knows before it is drawn. */
export const offsetSeconds = (offset: Offset): number => {
  if (offset === oneStep) return 0;
  const length = offset.replace(/^-/, '');
  if (!isDuration(length)) throw durationRefusal(length, durationFault(length) ?? '');
  return offset.startsWith('-') ? -inSeconds(length) : inSeconds(length);
};

/** What stands behind a selector or a window of when it is read. */
export const whenText = ({ offset, at }: When): string =>
  [
    ...(at === undefined ? [] : [` @ ${typeof at === 'number' ? at : `${at}()`}`]),
    ...(offset === undefined ? [] : [` offset ${offset}`]),
  ].join('');

/** Whether both are read at the same moments. */
export const isSameWhen = (one: When, other: When): boolean =>
  one.offset === other.offset && one.at === other.at;
