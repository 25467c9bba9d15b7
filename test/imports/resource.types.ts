import type { Construct } from 'constructs';
import { AlertmanagerConfig } from '#imports/alertmanager-config.js';
import { PrometheusRule } from '#imports/prometheus-rule.js';
import { ServiceMonitor } from '#imports/service-monitor.js';

declare const scope: Construct;
const metadata = { name: 'observer' };
const selector = { matchLabels: { app: 'observer' } };
const ports: readonly string[] = ['http'];
const severities = ['critical', 'warning'] as const;

// lists of our values are readonly, and labels are free
new ServiceMonitor(scope, 'ok', { metadata, spec: { selector, endpoints: ports.map((port) => ({ port })) } });
new AlertmanagerConfig(scope, 'ok', {
  metadata,
  spec: {
    route: {
      receiver: 'slack',
      groupBy: severities,
      routes: [{ receiver: 'slack', routes: [{ continue: true }] }],
    },
  },
});

// @ts-expect-error a ServiceMonitor without a name
new ServiceMonitor(scope, 'x', { metadata: {}, spec: { selector, endpoints: [] } });
// @ts-expect-error a ServiceMonitor without metadata
new ServiceMonitor(scope, 'x', { spec: { selector, endpoints: [] } });
// @ts-expect-error a field that metadata does not have
new ServiceMonitor(scope, 'x', { metadata: { ...metadata, lables: {} }, spec: { selector, endpoints: [] } });
// @ts-expect-error a spec without its selector
new ServiceMonitor(scope, 'x', { metadata, spec: { endpoints: [] } });
// @ts-expect-error a field that no ServiceMonitor has
new ServiceMonitor(scope, 'x', { metadata, spec: { selector, endpoints: [], selectors: [] } });
// @ts-expect-error a field that no endpoint has
new ServiceMonitor(scope, 'x', { metadata, spec: { selector, endpoints: [{ prot: 'http' }] } });
// @ts-expect-error a scheme that does not exist
new ServiceMonitor(scope, 'x', { metadata, spec: { selector, endpoints: [{ scheme: 'ftp' }] } });
// @ts-expect-error a label that is no text
new ServiceMonitor(scope, 'x', { metadata, spec: { selector: { matchLabels: { app: 1 } }, endpoints: [] } });
// @ts-expect-error a field that no group has
new PrometheusRule(scope, 'x', { metadata, spec: { groups: [{ name: 'a', every: '1m' }] } });
// @ts-expect-error a field that no receiver has
new AlertmanagerConfig(scope, 'x', { metadata, spec: { receivers: [{ name: 'a', slackConfig: [] }] } });
// @ts-expect-error a field that no route has, where the schema takes any JSON
new AlertmanagerConfig(scope, 'x', { metadata, spec: { route: { routes: [{ reciever: 'a' }] } } });

type Receiver = NonNullable<ConstructorParameters<typeof AlertmanagerConfig>[2]['spec']['receivers']>[number];
// @ts-expect-error a text where a reference to a Secret belongs
export const slack: Receiver = { name: 'a', slackConfigs: [{ apiURL: 'https://hooks.slack.com/x' }] };
