import { stringify } from 'yaml';
import { prometheusGroup } from '#alerts/rule/prometheus.js';
import { type Application, scrapesOf } from '#application/application.js';
import { defaultsOf } from '#application/host/intervals.js';
import { ruleContext } from '#application/rule-context.js';
import { type Scrape, jobName } from '#application/scrape.js';
import { addressOnHost } from '#application/scrape/through.js';
import { type Target, targetsOf } from '#application/target.js';
import type { Cluster } from '#cluster/cluster.js';
import { fileNameOf } from '#ground/file-name.js';
import { jobs } from '#hosts/prometheus/job.js';
import type { Asked } from '#rehearsal/life/asked.js';
import { alertmanagerOf } from './alertmanager.js';
import type { Rehearsed } from './rehearsed.js';

const said = (labels: Target): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));

/** What the operator gives a target of a pod beside what is known of it before. */
const ofPod = (name: string): Readonly<Record<string, string>> => ({ pod: `${name}-0`, container: name });

/** Whom the operator has Prometheus ask of a scrape: one pod of each. */
const askedOf = (scrape: Scrape): readonly Asked[] =>
  targetsOf(scrape).map((target) => {
    const { job = jobName(scrape), namespace = '', service = '', instance } = target;
    const name = service === '' ? scrape.name : service;
    const through = scrape.of === 'targets' && scrape.through ? addressOnHost(scrape.through) : undefined;
    return {
      job: jobName(scrape),
      address: scrape.of === 'targets' ? (instance ?? name) : `${name}.${namespace}:8080`,
      path: scrape.path,
      ...(through !== undefined && { through }),
      labels: { ...said(target), job, ...(scrape.of === 'targets' ? {} : ofPod(name)) },
    };
  });

/** What has no job of its own there: a scrape of what the platform exports, which says itself whose each series is. */
const platformJob = (job: string, interval: string): object => ({
  job_name: job,
  scrape_interval: interval,
  honor_labels: true,
  static_configs: [],
});

const prometheusOf = (application: Application, { platform }: Cluster): string => {
  const defaults = defaultsOf(scrapesOf(application));
  const exporters = ['kube-state-metrics', 'kubelet', 'cadvisor', 'prometheus-operator', 'platform'];
  return stringify({
    global: {
      scrape_interval: defaults.interval,
      scrape_timeout: defaults.timeout,
      evaluation_interval: platform.prometheus.evaluationInterval,
      ...(application.externalLabels && { external_labels: application.externalLabels }),
    },
    rule_files: ['rules/*.yml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    scrape_configs: [
      ...jobs(application, defaults),
      ...exporters.map((each) => platformJob(each, platform.prometheus.scrapeInterval)),
    ],
  });
};

/** An application of a cluster: what the operator makes of its objects. */
export const inCluster = (application: Application, cluster: Cluster, teller: Cluster): Rehearsed => {
  const { text, configuration, meant } = alertmanagerOf(teller);
  return {
    called: `${cluster.name}/${application.name}`,
    application,
    splits: true,
    askedOf,
    prometheus: prometheusOf(application, cluster),
    rules: Object.fromEntries(
      application.groups.map((group) => [
        `rules/${fileNameOf(group.name)}.yml`,
        stringify(
          { groups: [prometheusGroup(group, ruleContext(application))] },
          { aliasDuplicateObjects: false, lineWidth: 0 },
        ),
      ]),
    ),
    alertmanager: text,
    configuration,
    meant: meant(application),
  };
};
