import { expect, test } from '@jest/globals';
import * as metrics from '../../src/public/metrics.js';
import { knownCatalogs } from '#incoming/catalogue/known.js';
import { Metric } from '#promql/metric/metric.js';

test('every catalogue of the package is known to an import, under the name by which it is imported', () => {
  const catalogs = Object.entries(metrics).filter(
    ([, value]) => typeof value === 'object' && Object.values(value).every((each) => each instanceof Metric),
  );
  expect(Object.keys(knownCatalogs).toSorted()).toEqual(catalogs.map(([name]) => name).toSorted());
});
