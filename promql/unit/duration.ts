const secondsPer = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;
const secondsOf: ReadonlyMap<string, number> = new Map(Object.entries(secondsPer));
const written = /^(\d+)(ms|s|m|h|d|w)$/;

/** A length of time as Prometheus writes it: a whole number and one unit, e.g. `'5m'`. */
export type Duration = `${number}${keyof typeof secondsPer}`;

/** What Grafana fills in while it draws; no rule may contain one. */
export type DashboardWindow = '$__rate_interval' | '$__range' | '$__interval';

/** The range of a range vector: a fixed duration, or one that Grafana picks. */
export type Window = Duration | DashboardWindow;

export const isDashboardWindow = (window: string): window is DashboardWindow =>
  window === '$__rate_interval' || window === '$__range' || window === '$__interval';

/**
 * Seconds in a duration.
 *
 * @throws Error on what the type cannot refuse: `'1.5h'`, `'-5m'`, `'1e3s'`.
 */
export const inSeconds = (duration: Duration): number => {
  const [, amount, unit = ''] = written.exec(duration) ?? [];
  const factor = secondsOf.get(unit);
  if (amount === undefined || factor === undefined) {
    throw new Error(
      `duration '${duration}': Prometheus wants a whole number and one of ms, s, m, h, d, w; write e.g. '90s' for '1.5m'`,
    );
  }
  return Number(amount) * factor;
};

/** The shortest way to write a number of whole seconds, e.g. `300` as `'5m'`. */
export const duration = (seconds: number): Duration => {
  const unit =
    (['w', 'd', 'h', 'm'] as const).find((u) => seconds >= secondsPer[u] && seconds % secondsPer[u] === 0) ??
    's';
  return `${seconds / secondsPer[unit]}${unit}`;
};
