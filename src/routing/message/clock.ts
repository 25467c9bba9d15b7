/** A clock that is a fixed time ahead of UTC: Alertmanager's templates tell the time in UTC, to which that is added. */
export interface Clock {
  /** As it stands behind the time. */
  readonly name: string;
  readonly minutesAheadOfUtc: number;
}

export const utc: Clock = { name: 'UTC', minutesAheadOfUtc: 0 };
/** Korea's; it knows no summer time. */
export const kst: Clock = { name: 'KST', minutesAheadOfUtc: 540 };

const nanosecondsPerMinute = 60_000_000_000;

/** A Go template that writes a moment: month, day, hour and minute. `tz` would be simpler, but Alertmanager 0.25 has no such function. */
export const momentTemplate = (
  { name, minutesAheadOfUtc }: Clock,
  moment: '.StartsAt' | '.EndsAt',
): string => {
  const local =
    minutesAheadOfUtc === 0
      ? `${moment}.UTC`
      : `(${moment}.UTC.Add ${minutesAheadOfUtc * nanosecondsPerMinute})`;
  return `{{ ${local}.Format "01-02 15:04" }} ${name}`;
};

/** A Go template that writes how long a resolved alert fired, as `1h35m12s`. */
export const lengthTemplate = '{{ (.EndsAt.Sub .StartsAt).Truncate 1000000000 }}';
