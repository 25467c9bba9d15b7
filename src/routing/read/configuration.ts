import type { Configuration } from '#routing/alertmanager/configuration.js';
import { type Operated, ofOperator } from '#routing/alertmanager/operator.js';
import { asIntegration } from './receiver.js';
import type { WrittenRouting } from './read.js';

/** What one configuration says by itself. */
const alone = ({ receivers, intervals, route, inhibit }: WrittenRouting): Configuration => ({
  receivers: Object.fromEntries(
    receivers.map(({ name, integrations }) => [name, integrations.map(asIntegration)]),
  ),
  timeIntervals: Object.fromEntries(intervals.map((each) => [each.name, each.intervals])),
  route,
  inhibit,
});

/**
 * What one Alertmanager goes by that is given all of these: an alertmanager.yml alone, or what the operator makes of AlertmanagerConfigs, before
 * the routes of that file where there is one, else before those of kube-prometheus-stack.
 */
export const configurationOf = (
  routings: readonly WrittenRouting[],
  operated: Omit<Operated, 'base'> = {},
): Configuration | undefined => {
  const [file] = routings.filter(({ form }) => form === 'alertmanager.yml');
  const members = routings.filter(({ form }) => form === 'AlertmanagerConfig');
  if (members.length === 0) return file && alone(file);
  return ofOperator(
    members.map((each) => ({ namespace: each.namespace, name: each.name, routing: alone(each) })),
    { ...operated, ...(file && { base: alone(file) }) },
  );
};
