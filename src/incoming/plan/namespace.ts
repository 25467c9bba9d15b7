import type { Incoming } from '#incoming/alert/asked.js';
import { labelsOf } from '#promql/expr/labels.js';
import type { IncomingGroup } from './plan.js';

const label = 'namespace';

const says = ({ alert, shared }: Incoming): boolean => label in { ...shared, ...alert.labels };

/** Whether an alert may have the namespace of its series, which that of its application would overwrite. */
const keepsNamespace = (incoming: Incoming): boolean => {
  const labels = labelsOf(incoming.expr);
  return !says(incoming) && (labels === 'scraped' || labels.has(label));
};

/** Whether the alerts of a group keep the namespaces of their series: where one may have one, none is given that of the application. */
export const leavesNamespace = ({ alerts }: Pick<IncomingGroup, 'alerts'>): boolean =>
  alerts.some(keepsNamespace);

/** The alerts of a group that have no namespace at all: neither do their series have one, nor are they given one. */
export const withoutNamespace = (group: Pick<IncomingGroup, 'alerts'>): readonly Incoming[] =>
  leavesNamespace(group) ? group.alerts.filter((each) => !says(each) && !keepsNamespace(each)) : [];
