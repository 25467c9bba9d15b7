import type { Release } from '#ground/release.js';
import type { Versions } from './platform.js';

/** What of a platform may be too old, as a person calls it. */
export type Program = keyof Versions;

export const programs = ['kubernetes', 'operator', 'prometheus', 'alertmanager', 'grafana'] as const;

export const programNames: Readonly<Record<Program, string>> = {
  kubernetes: 'Kubernetes',
  operator: 'prometheus-operator',
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  grafana: 'Grafana',
};

/** What manifests need at least, whatever they hold: the table of docs/versions.md. */
export const lowest: Readonly<Record<Program, { readonly release: Release; readonly why: string }>> = {
  kubernetes: { release: '1.23', why: 'server-side apply is there for good since then' },
  operator: { release: '0.87', why: "older ones refuse the templates in Slack's and PagerDuty's links" },
  prometheus: { release: '2.42', why: 'older ones know no keep_firing_for' },
  alertmanager: { release: '0.25', why: 'older ones know not all of what messages are made by' },
  grafana: { release: '12.2', why: 'dashboards are of the model that came with it' },
};

/** Operators that take no template where a link stands: they refuse each AlertmanagerConfig with Slack or PagerDuty. */
export const refusingLinks = '0.88.0';
