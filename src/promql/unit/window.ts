import type { Duration } from '#ground/duration.js';

/** What Grafana fills in while it draws; no rule may contain one. */
export const dashboardWindows = ['$__rate_interval', '$__range', '$__interval'] as const;
export type DashboardWindow = (typeof dashboardWindows)[number];

/** The range of a range vector: a fixed duration, or one that Grafana picks. */
export type Window = Duration | DashboardWindow;

/** Whether only Grafana can fill a window in. */
export const isDashboardWindow = (window: string): window is DashboardWindow =>
  dashboardWindows.some((each) => each === window);
