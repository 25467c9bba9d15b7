import { describe, expect, test } from '@jest/globals';
import { staticScrape } from '#application/scrape/static.js';
import type { StaticTarget } from '#application/scrape/static-target.js';
import { cacheExporter, tillMetrics, tills } from '../../synth/estate/found.js';

const asked = { namespace: 'shop-prod', interval: '30s', metrics: [tillMetrics] } as const;
const through = { exporter: cacheExporter.service, port: 'metrics' } as const;
const of = (...[first, ...others]: readonly StaticTarget[]) =>
  staticScrape('tills', { ...asked, targets: [first ?? { address: '' }, ...others] });
const askedThrough = (...[first, ...others]: readonly StaticTarget[]) =>
  staticScrape('tills', { ...asked, through, targets: [first ?? { address: '' }, ...others] });

describe('targets that are written down are taken', () => {
  test.each(['till-1:9100', 'till_1.example:9100', '10.0.0.2:9100', '[2001:db8::1]:9100'])(
    '%s',
    (address) => {
      expect(of({ address }).targets).toEqual([{ address }]);
    },
  );

  test.each(['redis://cache-1:6379', 'https://shop.example/health?deep=1', '10.0.0.2'])(
    '%s, which an exporter is asked about',
    (address) => {
      expect(askedThrough({ address }).targets).toEqual([{ address }]);
    },
  );
});

describe('targets that are written down are refused (mistake 91)', () => {
  test.each([
    ['http://till-1:9100/metrics', 'till-1:9100'],
    ['https://till-1', 'till-1:443'],
    ['till-1', 'db-1.example:9187'],
    ['till-1:99999', 'db-1.example:9187'],
  ])('where %s is no host with a port', (address, instead) => {
    expect(() => of({ address })).toThrow(
      `scrape tills: targets[0].address: '${address}' is no host with a port; write e.g. '${instead}'; scheme, path and parameters stand beside it`,
    );
  });

  test('where two are called alike', () => {
    const labels = { instance: 'till' };
    expect(() => of({ address: 'a:1', labels }, { address: 'b:1', labels })).toThrow(
      'scrape tills: targets: two targets are called till, and their series are one to Prometheus; write it once, or give each an instance of its own',
    );
  });

  test.each([
    ['job', 'job is of all targets of a scrape'],
    ['namespace', 'namespace is of all targets of a scrape'],
    ['__address__', "'__address__' is no name of a label that stays"],
    ['rack-row', "'rack-row' is no name of a label that stays"],
  ])('with the label %s', (label, why) => {
    expect(() => of({ address: 'a:1', labels: { [label]: 'x' } })).toThrow(why);
  });

  test('with an instance that is not what the exporter is asked about', () => {
    expect(() => askedThrough({ address: 'a:1', labels: { instance: 'a' } })).toThrow(
      'instance is what the exporter is asked about; give it a label of another name',
    );
  });

  test('without a label with which a metric is declared', () => {
    const targets = [{ address: 'a:1', labels: { floor: '1' } }, { address: 'b:1' }] as const;
    expect(() => staticScrape('tills', { ...asked, metrics: [tills], targets })).toThrow(
      "scrape tills: targets[1].labels: a metric of the scrape is declared with the label floor, which target b:1 does not have; give it one: { address: 'b:1', labels: { floor: '…' } }",
    );
  });

  test('where each is asked about in the parameter that is given', () => {
    const targets = [{ address: 'a:1' }] as const;
    expect(() => staticScrape('tills', { ...asked, targets, through, params: { target: ['b:1'] } })).toThrow(
      'scrape tills: params.target: each of the targets is asked about in it',
    );
  });

  test.each(['postgres://shop:hunter2@db:5432/shop', 'db:5432/shop?user=shop&password=hunter2'])(
    'with a login, which is not told (mistake 19): %#',
    (address) => {
      const refused = (): unknown => {
        try {
          return askedThrough({ address }, { address });
        } catch (error) {
          return error;
        }
      };
      expect(String(refused())).toContain('its login would be committed');
      expect(String(refused())).not.toContain('hunter2');
    },
  );
});
