import { expect, test } from '@jest/globals';
import { servedQuantity } from '#imports/served/quantity.js';

/** What a kube-apiserver 1.36.2 made of each as what a container asks for. */
const seen = [
  ['0.5', '500m'],
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['1', '1'],
  ['1.5', '1500m'],
  ['0.1', '100m'],
  ['100m', '100m'],
  ['1000', '1k'],
  ['1024', '1024'],
  ['1500', '1500'],
  ['2000000', '2M'],
  ['1024Mi', '1Gi'],
  ['1Gi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['0.5Gi', '512Mi'],
  ['512Ki', '512Ki'],
  ['1024Ki', '1Mi'],
  ['1000Mi', '1000Mi'],
  ['0.3Gi', '322122547200m'],
  ['1000M', '1G'],
  ['1G', '1G'],
  ['1536Mi', '1536Mi'],
  ['2048Mi', '2Gi'],
  ['0.5Ki', '512'],
  ['1023', '1023'],
  ['1e3', '1e3'],
  ['1e9', '1e9'],
  ['0', '0'],
  ['0.0', '0'],
  ['128974848000m', '128974848'],
  ['0.0001', '1m'],
  ['+1', '+1'],
  ['1.', '1.'],
  ['.5', '500m'],
  ['1Ki', '1Ki'],
  ['64Mi', '64Mi'],
  ['0Mi', '0'],
  ['1.25Ki', '1280'],
  ['1000k', '1M'],
  ['01', '01'],
  ['1.10', '1100m'],
] as const;

test.each(seen)('%s is served as %s', (written, as) => {
  expect(servedQuantity(written)).toBe(as);
});

test.each(seen)('what %s is served as stays as it is', (_, as) => {
  expect(servedQuantity(as)).toBe(as);
});
