import type { PrometheusGroup } from '#alerts/rule/prometheus.js';

/** A rule group in the words of vmalert, https://docs.victoriametrics.com/victoriametrics/vmalert/#groups. */
export const vmGroup = ({ query_offset: offset, rules, ...group }: PrometheusGroup) => ({
  ...group,
  ...(offset !== undefined && { eval_delay: offset }),
  // An API server would fill in what a rule is not, in a list that is compared whole.
  rules: rules.map((rule) => ({ record: '', alert: '', ...rule })),
});
