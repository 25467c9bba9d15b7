import { describe, expect, test } from '@jest/globals';
import { blackboxExporter } from '#application/exporter/blackbox.js';
import { type ProbeSpec, probe } from '#application/scrape/probe.js';
import { targetsOf } from '#application/target.js';
import { stored } from '#promql/metric/catalog.js';
import { site } from '../../synth/estate/probing.js';

const through = blackboxExporter('blackbox', {
  namespace: 'shop',
  modules: {
    site: { prober: 'http' },
    secure: { prober: 'http', onlyHttps: true },
    database: { prober: 'tcp' },
    overTls: { prober: 'tcp', tls: {} },
    name: { prober: 'dns', query: 'shop.example' },
  },
});
type Module = keyof (typeof through)['modules'];
type Targets = ProbeSpec<Module>['targets'];
const asking = (module: Module, ...targets: Targets) => probe('shop', { through, module, targets });

test('targets are called as the operator calls them, with the labels that are given', () => {
  expect(targetsOf(site)).toMatchObject(
    ['health', 'orders'].map((path) => ({
      job: 'probe/shop-prod/site',
      namespace: 'shop-prod',
      instance: `https://shop.example/${path}`,
      region: 'seoul',
    })),
  );
});

describe('what is known of certificates is told', () => {
  const isTold = (module: Module, ...targets: Targets) =>
    stored(asking(module, ...targets).metrics).has('probe_ssl_earliest_cert_expiry');

  test.each<[Module, string]>([
    ['site', 'https://shop.example/'],
    ['secure', 'http://shop.example/'],
    ['overTls', 'shop.example:443'],
  ])('by %s of %s', (module, target) => {
    expect(isTold(module, target)).toBe(true);
  });

  test.each<[Module, string]>([
    ['site', 'http://shop.example/'],
    ['database', 'shop.example:5432'],
    ['name', '1.1.1.1'],
  ])('not by %s of %s', (module, target) => {
    expect(isTold(module, target)).toBe(false);
  });
});

describe('a probe is refused (mistake 96)', () => {
  test.each<[Module, string, string]>([
    ['site', 'shop.example/health', 'https://shop.example/health'],
    ['site', 'ftp://shop.example/', 'https://shop.example/'],
    ['site', 'https:///health', 'https:///health'],
    ['database', 'postgres://shop.example:5432/orders', 'shop.example:5432'],
    ['database', 'shop.example', 'shop.example:443'],
    ['name', 'dns://shop.example', 'shop.example'],
  ])('whose module %s cannot ask %s as it is written', (module, target, instead) => {
    expect(() => asking(module, target)).toThrow(`write e.g. '${instead}'`);
  });

  test('of an address without a scheme, with what would be asked', () => {
    expect(() => asking('site', 'shop.example')).toThrow(
      "probe shop: targets[0]: 'shop.example' is no URL of http or https: without a scheme it would be asked by plain http, and its certificate by nobody",
    );
  });

  test.each(['https://me:hunter2@shop.example/', 'me:hunter2@shop.example'])(
    'of an address with a login, which is not told',
    (target) => {
      expect(() => asking('site', target)).toThrow(/^(?!.*hunter2)probe shop: targets\[0\]: its login/);
    },
  );

  test('that asks the same twice', () => {
    expect(() => asking('database', 'shop.example:5432', 'shop.example:5432')).toThrow(
      'two targets are called shop.example:5432',
    );
  });

  test('that waits longer than until the next', () => {
    const targets = ['https://shop.example/'] as const;
    expect(() => probe('shop', { through, module: 'site', targets, timeout: '1m' })).toThrow(
      '1m is longer than the interval 30s',
    );
  });

  test('by a module that its exporter does not have, with the one that was meant', () => {
    const targets = ['shop.example:5432'] as const;
    // @ts-expect-error A module that it does not have.
    expect(() => probe('shop', { through, module: 'databse', targets })).toThrow(
      'blackbox has no module databse, and would answer with 400; write database',
    );
  });

  test('of nothing', () => {
    // @ts-expect-error No target.
    expect(() => probe('shop', { through, module: 'site', targets: [] })).toThrow(
      'it has none, so nothing is asked',
    );
  });
});
