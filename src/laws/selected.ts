import type { Application } from '#application/application.js';
import { atField } from '#ground/field.js';
import type { Fault } from '#ground/fault.js';
import type { Rendered } from '#imports/render.js';
import type { Judged, Law } from './law.js';
import type { Platform } from '#platform/platform.js';
import { missingLabels, selectionOf } from '#platform/selection.js';
import { inEach } from './apart.js';

const selectedByRelease = [
  ...['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule'],
  ...['VMServiceScrape', 'VMPodScrape', 'VMProbe', 'VMStaticScrape', 'VMRule'],
];

/** Of rules that the ruler of a Mimir takes up another law tells: they are Prometheus's, or the ruler's. */
const isShared = (kind: string, platform: Platform | undefined): boolean =>
  kind === 'PrometheusRule' && platform?.engine.name === 'mimir';

/** Where no platform is known: the chart's own selector, of which an application says the release alone. */
const byRelease = (
  { applications, cluster }: Judged,
  { application, path, manifest }: Rendered,
): readonly Fault[] => {
  const release = applications.find(({ name }: Application) => name === application)?.release;
  const label = manifest.metadata.labels?.['release'];
  return !selectedByRelease.includes(manifest.kind) ||
    isShared(manifest.kind, cluster?.platform) ||
    label === release
    ? []
    : [
        {
          where: atField(path, 'metadata.labels.release'),
          what: label ?? '(no label)',
          code: 'not-selected',
          why: `${manifest.kind.startsWith('VM') ? 'VictoriaMetrics' : 'Prometheus'} of the release ${release ?? ''} does not select this ${manifest.kind}`,
          cure: `label it release: ${release ?? ''}, as the chart of the application does by itself`,
        },
      ];
};

/** What a platform selects, label by label. */
const byPlatform = (
  { name, platform }: NonNullable<Judged['cluster']>,
  { path, manifest }: Rendered,
): readonly Fault[] => {
  const selection = selectionOf(platform, manifest.kind);
  if (isShared(manifest.kind, platform)) return [];
  const { labels = {} } = manifest.metadata;
  return missingLabels(labels, selection?.labels ?? {}).map(([label, value]) => ({
    where: atField(path, `metadata.labels.${label}`),
    what: labels[label] ?? '(no label)',
    code: 'not-selected',
    why: `${manifest.kind === 'AlertmanagerConfig' ? 'Alertmanager' : 'Prometheus'} of ${name} selects ${manifest.kind}s by ${label}="${value}", and not this one`,
    cure: `label it ${label}: ${value}, as the chart of the application does by itself, or change platform.selects`,
  }));
};

/** An application that names another release than its platform's: it would be taken for that of somebody else. */
const ofAnother = ({ name, release }: Application, cluster: NonNullable<Judged['cluster']>): Fault => ({
  where: name,
  what: release,
  code: 'not-selected',
  why: `it is for the release ${release}, and the platform of ${cluster.name} is ${cluster.platform.release}`,
  cure: 'leave release out: it is that of the platform',
});

/** Prometheus and Alertmanager take up only objects that they select, and silently leave out the others. */
export const everyObjectIsSelected: Law = inEach((estate) => {
  const { applications, objects, cluster } = estate;
  return cluster?.deliversPlatform
    ? [
        ...applications
          .filter(({ release }) => release !== cluster.platform.release)
          .map((each) => ofAnother(each, cluster)),
        ...objects.flatMap((object) => byPlatform(cluster, object)),
      ]
    : objects.flatMap((object) => byRelease(estate, object));
});
