import { below, refuse } from '#ground/fault.js';
import { serviceAccountFaults } from '#application/scrape/access.js';
import { fileNameOf } from '#ground/file-name.js';
import { defaultsOf } from '#application/host/intervals.js';
import { prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application, scrapesOf } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { type Files, configuration } from '#hosts/text.js';
import { jobs } from './job.js';

/**
 * `prometheus.yml`, and a rule file for each group beside it in `rules/`.
 *
 * @throws Refusal on scrapes that are shown who asks by a service account, which a host has not.
 */
export const prometheusFiles = (application: Application): Files => {
  const { title, groups } = application;
  const defaults = defaultsOf(scrapesOf(application));
  refuse(
    `prometheus.yml of ${title}`,
    scrapesOf(application).flatMap(({ name, access }) =>
      below(`scrapes.${name}`, serviceAccountFaults(access)),
    ),
  );
  const main = {
    global: {
      scrape_interval: defaults.interval,
      scrape_timeout: defaults.timeout,
      evaluation_interval: defaults.interval,
    },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    scrape_configs: jobs(application, defaults),
  };
  const rules = groups.map((group) => [
    `rules/${fileNameOf(group.name)}.yml`,
    configuration(`What Prometheus records and alerts on of ${title}.`, {
      groups: [prometheusGroup(group, ruleContext(application))],
    }),
  ]);
  return {
    'prometheus.yml': configuration(`What Prometheus scrapes of ${title}.`, main),
    ...Object.fromEntries(rules),
  };
};
