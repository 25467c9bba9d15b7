import type { Configuration } from './configuration.js';

/** `alertmanager.config` of kube-prometheus-stack's values: its own alerts go nowhere, and severe ones silence lesser ones of their name. */
export const kubePrometheusStack: Configuration = {
  receivers: { null: [] },
  timeIntervals: {},
  route: {
    receiver: 'null',
    matchers: [],
    groupBy: ['namespace'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '12h',
    routes: [
      { receiver: 'null', matchers: [{ label: 'alertname', operator: '=', value: 'Watchdog' }], routes: [] },
    ],
  },
  inhibit: [
    {
      source: [{ label: 'severity', operator: '=', value: 'critical' }],
      target: [{ label: 'severity', operator: '=~', value: 'warning|info' }],
      equal: ['namespace', 'alertname'],
    },
    {
      source: [{ label: 'severity', operator: '=', value: 'warning' }],
      target: [{ label: 'severity', operator: '=', value: 'info' }],
      equal: ['namespace', 'alertname'],
    },
    {
      source: [{ label: 'alertname', operator: '=', value: 'InfoInhibitor' }],
      target: [{ label: 'severity', operator: '=', value: 'info' }],
      equal: ['namespace'],
    },
    { source: [], target: [{ label: 'alertname', operator: '=', value: 'InfoInhibitor' }], equal: [] },
  ],
};
