import { describe, expect, test } from '@jest/globals';
import { App } from 'cdk8s';
import { host } from 'cheomseong';
import { laws } from 'cheomseong/laws';
import { Application, hold, pages } from 'cheomseong/cdk8s';
import { hostFiles } from '#hosts/hosts.js';
import { proveEstate } from '#proof/prove-estate.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { everyCriticalAlertIsDrawn, noTestLicences } from './licence/law.js';
import { licences } from './licences.js';
import { shop } from './shop.js';
import { inProduction } from '../place.js';

const synthesis = synthesisOf(inProduction([licences], [host(licences)]));
const files = synthesize(synthesis.charts, synthesis.laws);
const text = (path: string): string => files.get(path) ?? '';

describe('An application that is made of what its users made themselves', () => {
  test('keeps all laws', () => {
    expect([...files.keys()]).toEqual([
      'production/licences/Deployment.licence-exporter.yaml',
      'production/licences/Service.licence-exporter.yaml',
      'production/licences/ServiceMonitor.licence-exporter.yaml',
      'production/licences/NetworkPolicy.licence-exporter.yaml',
      'production/licences/PrometheusRule.licences.yaml',
      'production/licences/AlertmanagerConfig.licences.yaml',
      'production/licences/ConfigMap.licences.yaml',
      'production/namespaces/Namespace.licences.yaml',
    ]);
  });

  test('is proven, their own alerts too', async () => {
    const proven = await proveEstate([licences]);
    expect(proven.map(({ alert, refused }) => [alert.name, refused])).toContainEqual(['SeatsRunOut', []]);
    expect(proven.flatMap(({ refused }) => refused)).toEqual([]);
  });

  test('has the alerts of its pack as it overrides them', () => {
    expect(text('production/licences/PrometheusRule.licences.yaml')).toMatch(/SeatsRunOut[^]*> 0.8/);
    expect(text('production/licences/PrometheusRule.licences.yaml')).not.toMatch(/LicenceExpires/);
  });

  test('is told by an integration that has no word, in the words in which all are told', () => {
    expect(text('production/licences/AlertmanagerConfig.licences.yaml')).toMatch(
      /webexConfigs:[^]*firing since/,
    );
  });

  test('speaks of its own place in its runbooks', () => {
    const page = pages([licences]).get('docs/runbooks/licences/SeatsRunOut.md') ?? '';
    expect(page).toMatch(/nomad job status licences/);
    expect(page).not.toMatch(/kubectl|docker/);
  });

  test('has panels of kinds that have no word', () => {
    const types = [...text('production/licences/ConfigMap.licences.yaml').matchAll(/"type": "([\w-]+)"/g)];
    expect(types.map(([, type]) => type)).toEqual(
      expect.arrayContaining(['state-timeline', 'acme-bubble-panel']),
    );
  });

  test('stands on a host too, with its exporter', () => {
    const compose = hostFiles(host(licences))['docker-compose.yml'] ?? '';
    expect(compose).toMatch(/registry\.example\/licence-exporter:2\.1\.0/);
  });
});

describe("A law of one's own", () => {
  const said = (...given: Parameters<typeof hold>[1][]) => {
    const app = new App();
    new Application(app, shop());
    for (const each of given) hold(app, each);
    return app.node.findAll().flatMap(({ node }) => node.validate());
  };

  test('is kept where it is said of an App', () => {
    expect(said({ laws: [everyCriticalAlertIsDrawn] })).toContain(
      'shop/rules: HighErrorRate wakes people, and no dashboard of Shop shows anything; add a dashboard',
    );
  });

  test('is kept where it is said of an estate', () => {
    const { charts, laws } = synthesisOf({ ...inProduction([shop()]), laws: [everyCriticalAlertIsDrawn] });
    expect(() => synthesize(charts, laws)).toThrow('HighErrorRate wakes people');
  });

  test('is not asked where nobody says it', () => {
    expect(said()).toEqual([]);
  });

  test('sees what rules and panels read', () => {
    expect(noTestLicences({ applications: [licences], objects: [] })).toEqual([]);
    expect(laws.flatMap((law) => law({ applications: [licences], objects: [] }))).toEqual([]);
  });
});
