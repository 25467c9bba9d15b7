/** A metric's name as every release of Prometheus reads it. */
export const isLegacyMetricName = (name: string): boolean => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);

/** A label's name as every release of Prometheus reads it. */
export const isLegacyLabelName = (label: string): boolean => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label);
