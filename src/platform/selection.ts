import type { Platform, Selection } from './platform.js';

/** By which of its selections a platform takes up objects of a kind. */
const selections: Readonly<Record<string, keyof Platform['selects']>> = {
  PrometheusRule: 'rules',
  ServiceMonitor: 'serviceMonitors',
  PodMonitor: 'podMonitors',
  Probe: 'probes',
  ScrapeConfig: 'scrapeConfigs',
  AlertmanagerConfig: 'alertmanagerConfigs',
};

/** Which objects of a kind are taken up; nothing of a kind that nobody selects. */
export const selectionOf = ({ selects }: Platform, kind: string): Selection | undefined => {
  const selection = selections[kind];
  return selection && selects[selection];
};

/** The labels that a selector wants and an object does not have so. */
export const missingLabels = (
  labels: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): readonly (readonly [label: string, value: string])[] =>
  Object.entries(wanted).filter(([label, value]) => labels[label] !== value);
