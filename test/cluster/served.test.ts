import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { kinds } from '#imports/kinds.js';
import { defaults } from '#imports/served/defaults.js';
import { readFiles } from '#synth/folder.js';
import { keptInVictoriaMetrics } from '../delivery/kept.js';
import { shop } from '../synth/estate/shop.js';
import { scatteredShop } from '../synth/estate/found.js';
import { objectsOf } from '../synth/estate/objects.js';
import { probingShop } from '../synth/estate/probing.js';
import { appliedAgain, served } from './served.js';

const delivered = [...readFiles('dist')]
  .filter(([path]) => path.endsWith('.yaml') && !path.startsWith('compose/'))
  .map(([path, text]): readonly [string, { kind: string }] => [path, parse(text)]);

/** What is found in ways in which no application of the estate need find anything. */
const found = [scatteredShop(), probingShop()]
  .flatMap(objectsOf)
  .filter(({ kind }) => ['PodMonitor', 'Probe', 'ScrapeConfig'].includes(kind))
  .map((manifest): readonly [string, { kind: string }] => [
    `${manifest.kind}.${manifest.metadata.name}`,
    manifest,
  ]);

/** What is written for VictoriaMetrics, which no cluster of the estate has. */
const kept = [shop(), scatteredShop(), probingShop()]
  .flatMap((each) => keptInVictoriaMetrics(each))
  .filter(({ kind }) => kind.startsWith('VM'))
  .map((manifest): readonly [string, { kind: string }] => [
    `${manifest.kind}.${manifest.metadata.name}`,
    manifest,
  ]);
const manifests = [...delivered, ...found, ...kept];

describe('what is served does not differ from the manifest when that is applied again (mistake 60):', () => {
  test.each(manifests)('%s', (_, manifest) => {
    const live = served(manifest);
    expect(appliedAgain(live, manifest)).toEqual(live);
  });
});

test('what servers make of each kind is known', () => {
  const known = defaults.map(({ kind }) => kind);
  expect(manifests.filter(([, { kind }]) => !known.includes(kind)).map(([path]) => path)).toEqual([]);
});

test('nothing is known of a kind that is never written', () => {
  const written = kinds.map(({ kind }) => kind);
  expect(defaults.filter(({ kind }) => !written.includes(kind))).toEqual([]);
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
