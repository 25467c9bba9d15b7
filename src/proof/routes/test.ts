import type { Labels } from '#routing/alertmanager/landing.js';

/** An alert that fires with the others of its test, and what must come of it. */
export type ExpectedAlert = { readonly labels: Labels } & (
  { readonly receivers: readonly string[] } | { readonly inhibited: true }
);

/**
 * A test of routes, as Alertmanager's own proposal has it: alerts that fire at once, each with the receivers that must be told of it,
 * in the order of the routes, or that it must be inhibited. https://github.com/prometheus/alertmanager/issues/5167
 */
export interface RouteTest {
  readonly name: string;
  readonly alerts: readonly ExpectedAlert[];
}
