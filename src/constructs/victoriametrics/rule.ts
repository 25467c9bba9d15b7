import type { PrometheusGroup } from '#alerts/rule/prometheus.js';

/** A rule group in the words of vmalert, https://docs.victoriametrics.com/victoriametrics/vmalert/#groups. */
export const vmGroup = ({ query_offset: offset, ...group }: PrometheusGroup) => ({
  ...group,
  ...(offset !== undefined && { eval_delay: offset }),
});
