import { describe, expect, test } from '@jest/globals';
import { kinds } from '#imports/kinds.js';
import { defaults } from '#imports/served/defaults.js';
import { appliedAgain, served } from './served.js';
import { everyKind } from './written.js';

const manifests = everyKind();
const names = (each: readonly { readonly kind: string }[]): readonly string[] =>
  [...new Set(each.map(({ kind }) => kind))].sort();

describe('what is served does not differ from the manifest when that is applied again (mistake 60):', () => {
  test.each(manifests)('%s', (_, manifest) => {
    const live = served(manifest);
    expect(appliedAgain(live, manifest)).toEqual(live);
  });
});

test('what servers make of each kind is known', () => {
  expect(names(defaults)).toEqual(names(kinds));
});

test('of each kind one that is written is tried', () => {
  expect(names(manifests.map(([, manifest]) => manifest))).toEqual(names(kinds));
});

describe('of what a server does with a manifest', () => {
  const monitor = (relabeling: object) => ({
    kind: 'ServiceMonitor',
    spec: { endpoints: [{ port: 'http', relabelings: [relabeling] }] },
  });

  test('what it fills into a list that is compared whole is a difference', () => {
    const manifest = monitor({ targetLabel: 'job', replacement: 'shop' });
    const live = served(manifest);
    expect([live, appliedAgain(live, manifest)]).toEqual([
      monitor({ action: 'replace', targetLabel: 'job', replacement: 'shop' }),
      manifest,
    ]);
  });

  test('what it drops is a difference', () => {
    const manifest = { kind: 'DaemonSet', spec: { minReadySeconds: 0 } };
    expect(appliedAgain(served(manifest), manifest)).not.toEqual(served(manifest));
  });

  test('what it fills into an item that is told apart by its keys is none', () => {
    const manifest = { kind: 'Service', spec: { ports: [{ name: 'http', port: 80 }] } };
    const live = served(manifest);
    expect([live, appliedAgain(live, manifest)]).toEqual([
      expect.objectContaining({
        spec: expect.objectContaining({ ports: [{ name: 'http', port: 80, protocol: 'TCP' }] }),
      }),
      live,
    ]);
  });
});
