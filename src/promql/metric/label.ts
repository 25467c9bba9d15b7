/**
 * Labels that scraping adds to every series, whatever the application declares: the operator's for a
 * ServiceMonitor, of which a plain Prometheus knows `job` and `instance`.
 */
export const targetLabels = [
  'namespace',
  'pod',
  'service',
  'endpoint',
  'job',
  'instance',
  'container',
] as const;
/** A label that scraping adds. */
export type TargetLabel = (typeof targetLabels)[number];

/** Whether scraping adds a label of this name. */
export const isTargetLabel = (label: string): label is TargetLabel =>
  (targetLabels as readonly string[]).includes(label);

/** A label value as Prometheus allows it: every text; JavaScript's strings may also hold halves of characters. */
export const isLabelValue = (text: string): boolean => !/\p{Surrogate}/u.test(text);
