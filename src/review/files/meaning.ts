import { byKey } from '#ground/by-key.js';
import { readRules } from '#rules/read.js';
import { form, type ApplicationMeant, type Meaning, type PlaceMeant } from '#review/meaning/meaning.js';
import { objectMeant } from '#review/meaning/objects.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { alertsIn } from './alerts.js';
import { dashboardsIn } from './dashboards.js';
import { configurationIn } from './routing.js';
import { scrapesIn } from './scrapes.js';

type Files = ReadonlyMap<string, string>;

const isRules = (path: string): boolean =>
  /\/(PrometheusRule\.[^/]+\.yaml|VMRule\.[^/]+\.yaml|rules\/[^/]+\.ya?ml)$/.test(path);

const applicationIn = (
  name: string,
  files: Files,
  configuration: Configuration | undefined,
): ApplicationMeant => {
  const { groups } = readRules(
    [...files].filter(([path]) => isRules(path)).map(([file, text]) => ({ file, text })),
  );
  return {
    ...{ name, title: name, namespace: '', series: 0 },
    alerts: alertsIn(groups, configuration),
    records: groups.flatMap(({ name: group, rules }) =>
      rules.flatMap((rule) => (rule.kind === 'record' ? [{ name: rule.name, expr: rule.expr, group }] : [])),
    ),
    dashboards: dashboardsIn(files),
    scrapes: scrapesIn(files),
    ...{ objectives: [], services: [], exporters: [] },
  };
};

const folder = (path: string, depth: number): string => path.split('/')[depth] ?? '';

const placeIn = (name: string, files: Files): PlaceMeant => {
  const isHost = files.has(`${name}/alertmanager.yml`);
  const configuration = configurationIn(files);
  const isDelivered = [...files].some(([path]) => folder(path, 1) === 'argocd');
  const folders = isHost ? new Map([[name, [...files]]]) : byKey(files, ([path]) => folder(path, 1));
  return {
    ...{ of: isHost ? 'host' : 'cluster', name, secrets: [] },
    ...{ series: 0, samplesPerSecond: 0, memory: 0 },
    applications: [...folders]
      .filter(([, own]) => own.some(([path]) => isRules(path)))
      .map(([application, own]) => applicationIn(application, new Map(own), configuration)),
    objects: [...files].map(([path, text]) => objectMeant(path, text, isDelivered)),
  };
};

/**
 * What can be told of an estate by the files that were written of it: its rules, routes, dashboards, scrapes and manifests; neither proofs nor
 * objectives, Secrets nor cost.
 *
 * @param files those of the folder of all places, text by path: `production/shop/PrometheusRule.shop.yaml`.
 */
export const meaningOfFiles = (files: Files, release: string): Meaning => ({
  ...{ form, release, of: 'files' },
  places: [...byKey(files, ([path]) => folder(path, 0))].map(([name, own]) => placeIn(name, new Map(own))),
});
