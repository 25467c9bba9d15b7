const dayMilliseconds = 86_400_000;

const yearsDay = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / dayMilliseconds) + 1;

const ofDate =
  (part: (date: Date) => number): ((seconds: number) => number) =>
  (seconds) =>
    part(new Date(Math.trunc(seconds) * 1_000));

/** Functions of a moment in seconds since 1970, in UTC. */
export const dates: ReadonlyMap<string, (seconds: number) => number> = new Map([
  ['minute', ofDate((date) => date.getUTCMinutes())],
  ['hour', ofDate((date) => date.getUTCHours())],
  ['day_of_week', ofDate((date) => date.getUTCDay())],
  ['day_of_month', ofDate((date) => date.getUTCDate())],
  ['day_of_year', ofDate(yearsDay)],
  [
    'days_in_month',
    ofDate((date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()),
  ],
  ['month', ofDate((date) => date.getUTCMonth() + 1)],
  ['year', ofDate((date) => date.getUTCFullYear())],
]);
