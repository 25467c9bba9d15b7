/** The value of a gauge, or the increase per second of a counter; `missing` where the series is not there. */
export type Level = number | 'missing';
