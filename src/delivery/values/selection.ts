import { type Selected, type Selection, selected } from '#platform/platform.js';
import type { Contribution, Values } from './contribution.js';

/** What the chart calls each of them before `Selector` and `NamespaceSelector`. */
const prefixes: Readonly<Record<Selected, string>> = {
  rules: 'rule',
  serviceMonitors: 'serviceMonitor',
  podMonitors: 'podMonitor',
  probes: 'probe',
  scrapeConfigs: 'scrapeConfig',
  alertmanagerConfigs: 'alertmanagerConfig',
};

const matching = (labels: Readonly<Record<string, string>>): Values | undefined =>
  Object.keys(labels).length === 0 ? undefined : { matchLabels: labels };

const selector = (prefix: string, { labels, namespaces }: Selection): Values => ({
  [`${prefix}Selector`]: matching(labels),
  [`${prefix}NamespaceSelector`]: matching(namespaces),
});

/** For Prometheus an empty selector is all only where the chart is told not to take the release for it. */
const ofPrometheus = (what: Selected, selection: Selection): Values => ({
  ...selector(prefixes[what], selection),
  [`${prefixes[what]}SelectorNilUsesHelmValues`]:
    matching(selection.labels) === undefined ? false : undefined,
});

/** Which rules, monitors and routes are taken up: applications rely on it, so all of it is said, also what the chart does by itself. */
export const selection: Contribution = ({ platform: { selects, alertmanager } }) => ({
  prometheus: {
    prometheusSpec: Object.fromEntries(
      selected
        .filter((what) => what !== 'alertmanagerConfigs')
        .flatMap((what) => Object.entries(ofPrometheus(what, selects[what]))),
    ),
  },
  ...(alertmanager && {
    alertmanager: {
      alertmanagerSpec: {
        ...selector(prefixes.alertmanagerConfigs, selects.alertmanagerConfigs),
        alertmanagerConfigMatcherStrategy: { type: alertmanager.matcherStrategy },
      },
    },
  }),
});
