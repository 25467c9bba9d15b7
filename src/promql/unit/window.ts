import type { Duration } from '#ground/duration.js';

/** What Grafana fills in while it draws; no rule may contain one. */
export type DashboardWindow = '$__rate_interval' | '$__range' | '$__interval';

/** The range of a range vector: a fixed duration, or one that Grafana picks. */
export type Window = Duration | DashboardWindow;

/** Whether only Grafana can fill a window in. */
export const isDashboardWindow = (window: string): window is DashboardWindow =>
  window === '$__rate_interval' || window === '$__range' || window === '$__interval';
