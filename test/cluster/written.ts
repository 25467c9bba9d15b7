import { parse } from 'yaml';
import { clusterSecretStore, externalSecrets } from '#cluster/secret-source.js';
import { grafanaDashboards, grafanaResources, persesDashboards } from '#dashboards/form.js';
import { isObject } from '#ground/field.js';
import { readFiles } from '#synth/folder.js';
import { afar, delivered, manifestsOf, shopWithAgent } from '../delivery/clusters.js';
import { keptInVictoriaMetrics } from '../delivery/kept.js';
import { scatteredShop } from '../synth/estate/found.js';
import { objectsOf } from '../synth/estate/objects.js';
import { probingShop } from '../synth/estate/probing.js';
import { shop } from '../synth/estate/shop.js';
import { platformWith, seoul, thanosManifests, whole } from './thanos.js';

interface Typed {
  readonly kind: string;
}
type Written = readonly [path: string, manifest: Typed];

const isTyped = (value: unknown): value is Typed => isObject(value) && typeof value['kind'] === 'string';

/** Of some objects those of kinds that nothing before has. */
const others = (
  objects: readonly { readonly kind: string; readonly metadata: { readonly name: string } }[],
) => objects.map((manifest): Written => [`${manifest.kind}.${manifest.metadata.name}`, manifest]);

/** What the estate delivers. */
const ofEstate = (): readonly Written[] =>
  [...readFiles('dist')]
    .filter(([path]) => path.endsWith('.yaml'))
    .map(([path, text]): readonly [string, unknown] => [path, parse(text)])
    .flatMap(([path, value]): readonly Written[] => (isTyped(value) ? [[path, value]] : []));

/** What ArgoCD has of one cluster and of two, and namespaces with who delivers into them. */
const ofDelivery = (): readonly Written[] => {
  const secrets = externalSecrets({
    store: clusterSecretStore('vault'),
    path: ({ namespace, name, key }) => ({ key: `${namespace}/${name}`, property: key }),
  });
  const group = { kind: 'Group', name: 'monitoring' } as const;
  const alone = delivered('production', { deliverer: group }, { secrets });
  return [
    ...manifestsOf(alone),
    ...manifestsOf(delivered('production'), delivered('staging', { server: afar })),
  ];
};

/** Every kind that is written, each in several ways: what the estate has, and what no application of it need have. */
export const everyKind = (): readonly Written[] => {
  const toGrafana = grafanaDashboards({ instances: { dashboards: 'grafana' } });
  const asResources = grafanaResources({ instances: { dashboards: 'grafana' } });
  const shown = [toGrafana, asResources, persesDashboards({ instances: { app: 'perses' } })].map((form) => ({
    ...shopWithAgent(),
    dashboardsAs: [form],
  }));
  return [
    ...ofEstate(),
    ...ofDelivery(),
    ...others([scatteredShop(), probingShop(), ...shown].flatMap(objectsOf)),
    ...others([shop(), scatteredShop(), probingShop()].flatMap((each) => keptInVictoriaMetrics(each))),
    ...others(thanosManifests(seoul(platformWith(whole)))),
  ];
};
