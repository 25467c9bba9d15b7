import { describe, expect, test } from '@jest/globals';
import { secret } from '#ground/secret.js';
import { thanos } from '#platform/engine/thanos.js';
import { untyped } from '../untyped.js';

const objectStorage = { bucket: 'blocks', config: secret('thanos-objstore', 'objstore.yml') };

describe('Thanos of which nothing is said', () => {
  test.each([
    "version: it is left out; write the three numbers of a release: '0.42.4'",
    "objectStorage: it is left out; write { bucket: 'metrics-blocks', config: secret('thanos-objstore', 'objstore.yml') }",
  ])('is refused: %s', (text) => {
    expect(untyped(thanos, {})).toThrow(text);
  });

  test('is told what a bucket is called', () => {
    expect(untyped(thanos, { version: '0.42.4', objectStorage: { ...objectStorage, bucket: 7 } })).toThrow(
      "objectStorage.bucket: 7 is no name; write what the bucket is called: 'metrics-blocks'",
    );
  });
});

test('A sidecar of Thanos of which nothing is said has a memory that ends, and no limit of CPU', () => {
  expect(thanos({ version: '0.42.4', objectStorage }).sidecar).toEqual({
    requests: { cpu: '50m', memory: '128Mi' },
    limits: { memory: '512Mi' },
  });
});
