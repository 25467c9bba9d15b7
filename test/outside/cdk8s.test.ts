import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiObject, App, Chart } from 'cdk8s';
import { scrape, service } from 'cheomseong';
import { Application, hold, pages } from 'cheomseong/cdk8s';
import { Web } from './charts.js';
import { metrics, shop, web } from './shop.js';

const outdir = (): string => mkdtempSync(join(tmpdir(), 'beside-'));
const newApp = (): App => new App({ outdir: outdir() });

/** The faults of which cdk8s tells, each as a line; none where it writes the App. */
const refused = (app: App): readonly string[] => {
  try {
    app.synth();
    return [];
  } catch (error) {
    return String(error)
      .split('\n  ')
      .filter((line) => line.startsWith('['));
  }
};

const object = (chart: Chart, id: string, apiVersion: string, kind: string, rest: object = {}): ApiObject =>
  new ApiObject(chart, id, { apiVersion, kind, metadata: { name: id }, ...rest });

describe('An application beside charts of others', () => {
  const app = newApp();
  new Web(app);
  new Application(app, shop());

  test('is written by cdk8s as a file of its own', () => {
    app.synth();
    expect(readdirSync(app.outdir).toSorted()).toEqual(['shop.k8s.yaml', 'web.k8s.yaml']);
    expect(readFileSync(join(app.outdir, 'shop.k8s.yaml'), 'utf8')).toMatch(/kind: ServiceMonitor/);
  });

  test('leaves their files byte by byte as they were without it', () => {
    const alone = newApp();
    new Web(alone);
    for (const each of [app, alone]) each.synth();
    const [beside, before] = [app, alone].map((each) =>
      readFileSync(join(each.outdir, 'web.k8s.yaml'), 'utf8'),
    );
    expect(beside).toBe(before);
  });

  test('leaves the order of fields to the process that it is in', () => {
    expect(process.env).not.toHaveProperty('CDK8S_DISABLE_SORT');
  });
});

describe('Laws hold over both:', () => {
  let app = newApp();
  beforeEach(() => {
    app = newApp();
  });

  test('the Service of another chart is one that is declared', () => {
    new Web(app);
    new Application(app, shop({ services: [] }));
    expect(refused(app)).toEqual([]);
  });

  test('without it the ServiceMonitor finds none', () => {
    new Application(app, shop({ services: [] }));
    expect(refused(app)).toEqual([
      expect.stringMatching(
        /^\[laws-of-cheomseong\] shop\/scrape-shop spec.selector: the ServiceMonitor selects no Service/,
      ),
    ]);
  });

  test('a Service counts as it is made, whatever is declared of it', () => {
    new Web(app);
    const declared = service('shop', { ...web, ports: { metrics: 8080 } });
    new Application(
      app,
      shop({
        services: [declared],
        scrapes: [scrape(declared, { port: 'metrics', interval: '30s', metrics: [metrics] })],
      }),
    );
    expect(refused(app)).toEqual([
      '[laws-of-cheomseong] shop/scrape-shop spec.endpoints[0].port: Service shop in shop has no port of this name; name one of its ports: http',
    ]);
  });

  test('two objects are not one in the cluster', () => {
    const own = new Chart(app, 'own', { namespace: 'shop' });
    object(own, 'shop', 'monitoring.coreos.com/v1', 'ServiceMonitor');
    new Application(app, shop());
    expect(refused(app)).toEqual([
      expect.stringMatching(
        /metadata.name: own\/shop is a ServiceMonitor of this name in this namespace too/,
      ),
    ]);
  });

  test('what is applied into namespaces that are chosen then may be called alike', () => {
    for (const stage of ['dev', 'prod']) object(new Chart(app, stage), 'web', 'v1', 'ConfigMap');
    new Application(app, shop());
    expect(refused(app)).toEqual([]);
  });

  test('nothing secret is in either', () => {
    const own = new Chart(app, 'own');
    object(own, 'hook', 'v1', 'ConfigMap', { data: { url: 'https://user:hunter2@db.example/' } });
    new Application(app, shop());
    expect(refused(app)).toEqual([
      expect.stringMatching(
        /^\[laws-of-cheomseong\] own\/hook data.url: a password in a URL would be committed/,
      ),
    ]);
  });

  test('but for charts that are excepted', () => {
    const own = new Chart(app, 'own');
    object(own, 'sealed-later', 'v1', 'Secret');
    new Application(app, shop());
    hold(app, { except: [own] });
    expect(refused(app)).toEqual([]);
  });

  test('a kind without a model is refused in a chart of ours alone', () => {
    const chart = new Application(app, shop());
    object(chart, 'tunnel', 'networking.platform.example/v1', 'Tunnel');
    new Web(app);
    expect(refused(app)).toEqual([
      expect.stringMatching(/^\[laws-of-cheomseong\] shop\/tunnel kind: no model checks/),
    ]);
  });

  test("a ServiceMonitor of others may be for another release's Prometheus", () => {
    object(new Chart(app, 'own', { namespace: 'own' }), 'own', 'monitoring.coreos.com/v1', 'ServiceMonitor');
    new Application(app, shop());
    expect(refused(app)).toEqual([]);
  });

  test("a law of one's own sees all of them", () => {
    new Web(app);
    new Application(app, shop());
    hold(app, {
      laws: [
        ({ objects, others = [] }) => [
          {
            where: 'all',
            what: '',
            why: `there are ${[...objects, ...others].length} objects`,
            cure: 'count them',
          },
        ],
      ],
    });
    expect(refused(app)).toEqual(['[laws-of-cheomseong] all: there are 6 objects; count them']);
  });

  test('of two applications of one name in two scopes', () => {
    const [one, other] = [new Chart(app, 'one'), new Chart(app, 'other')];
    new Application(one, shop());
    new Application(other, shop());
    expect(refused(app)).toContainEqual(expect.stringMatching(/two applications have this name/));
  });

  test('what has changed between two syntheses is judged anew', () => {
    new Application(app, shop());
    app.synth();
    object(new Chart(app, 'own'), 'sealed-later', 'v1', 'Secret');
    expect(refused(app)).toHaveLength(1);
  });
});

describe('The pages of an application', () => {
  test('are texts by path, a runbook for each alert and the Secrets', () => {
    expect([...pages([shop()]).keys()]).toEqual([
      'docs/runbooks/shop/HighErrorRate.md',
      'docs/runbooks/shop/HighLatency.md',
      'docs/runbooks/shop/TargetDown.md',
      'docs/secrets.md',
    ]);
  });

  test('stand where the user has them', () => {
    expect([...pages([shop()], { runbooks: 'wiki', secrets: 'SECRETS.md' }).keys()]).toContain(
      'wiki/shop/TargetDown.md',
    );
  });
});
