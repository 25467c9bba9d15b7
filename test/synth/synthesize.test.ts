import { describe, expect, test } from '@jest/globals';
import { ApiObject } from 'cdk8s/lib/api-object.js';
import type { App } from 'cdk8s/lib/app.js';
import { Chart } from 'cdk8s/lib/chart.js';
import { JsonPatch } from 'cdk8s/lib/json-patch.js';
import { Deployment } from 'cdk8s-plus-27';
import { ConfigMap } from '#imports/config-map.js';
import { ServiceMonitor } from '#imports/service-monitor.js';
import { type Law, type MakeChart, synthesize } from '#synth/synthesize.js';
import { EstateRefusal } from '#synth/refusal.js';

const chart = (id: string, fill: (chart: Chart) => void): MakeChart => ({
  place: '',
  make: (app: App) => {
    const made = new Chart(app, id, {
      namespace: 'prod',
      disableResourceNameHashes: true,
      labels: { release: 'prometheus' },
    });
    fill(made);
    return made;
  },
});

const scrape = (scope: Chart, name = 'observer') =>
  new ServiceMonitor(scope, `scrape-${name}`, {
    metadata: { name },
    spec: { selector: { matchLabels: { app: name } }, endpoints: [{ port: 'http' }] },
  });
const broken = (scope: Chart) =>
  new ApiObject(scope, 'broken', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a' },
    ...{ date: {} },
  });

const refused = (charts: readonly MakeChart[], laws: readonly Law[] = []) => {
  try {
    synthesize(charts, laws);
  } catch (error) {
    if (error instanceof EstateRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a file', () => {
  test('is named by application, kind and name', () => {
    expect([...synthesize([chart('observer', scrape)]).keys()]).toEqual([
      'observer/ServiceMonitor.observer.yaml',
    ]);
  });

  test('begins with what the object is, and keeps the order in which its fields were given', () => {
    const files = synthesize([
      chart(
        'observer',
        (scope) =>
          new ConfigMap(scope, 'map', {
            data: { b: '1', a: '2' },
            metadata: { annotations: { what: 'one' }, name: 'map' },
          }),
      ),
    ]);
    expect(files.get('observer/ConfigMap.map.yaml')).toBe(
      [
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: map',
        '  namespace: prod',
        '  labels:',
        '    release: prometheus',
        '  annotations:',
        '    what: one',
        'data:',
        '  b: "1"',
        '  a: "2"',
        '',
      ].join('\n'),
    );
  });

  test('is the same every time', () => {
    const estate = [
      chart(
        'observer',
        (scope) =>
          new Deployment(scope, 'exporter', { metadata: { name: 'x' }, containers: [{ image: 'a:1' }] }),
      ),
    ];
    expect(synthesize(estate)).toEqual(synthesize(estate));
  });
});

describe('the estate is refused', () => {
  test('when an object is not what its schema says', () => {
    expect(refused([chart('observer', broken)]).faults).toEqual([
      {
        where: 'observer/broken date',
        what: '{}',
        code: 'no-such-field',
        why: 'ConfigMap has no such field here',
        cure: 'write data',
      },
    ]);
  });

  test('when what another library made is not', () => {
    const deployment = (scope: Chart) => {
      const made = new Deployment(scope, 'exporter', {
        metadata: { name: 'x' },
        containers: [{ image: 'a:1' }],
      });
      ApiObject.of(made).addJsonPatch(JsonPatch.replace('/spec/replicas', 'two'));
    };
    expect(refused([chart('observer', deployment)]).faults).toMatchObject([
      {
        where: 'observer/exporter/Resource spec.replicas',
        what: '"two"',
        cure: 'write an integer',
      },
    ]);
  });

  test('when two objects would be written to one file, with both constructs named', () => {
    const twice = (scope: Chart) => {
      const data = { metadata: { name: 'same' } };
      new ConfigMap(scope, 'one', data);
      new ConfigMap(scope, 'two', data);
    };
    expect(refused([chart('observer', twice)]).faults).toMatchObject([
      { where: 'observer/two metadata.name', why: expect.stringContaining('observer/one'), what: 'same' },
    ]);
  });

  test('when two applications have one name', () => {
    const estate = [chart('observer', scrape), chart('observer', (scope) => scrape(scope, 'other'))];
    expect(refused(estate).faults).toMatchObject([{ where: 'observer', what: 'observer' }]);
  });

  test('when an application has no name for a folder', () => {
    expect(refused([chart('My App', scrape)]).faults).toMatchObject([{ where: 'My App', what: 'My App' }]);
  });

  test('when a construct says so itself', () => {
    const own = (scope: Chart) => {
      scrape(scope).node.addValidation({ validate: () => ['no port of this name'] });
    };
    expect(refused([chart('observer', own)]).faults).toMatchObject([
      { where: 'observer/scrape-observer', why: 'no port of this name' },
    ]);
  });

  test('when a value has no form in YAML', () => {
    const date = (scope: Chart) =>
      new ApiObject(scope, 'x', { apiVersion: 'v1', kind: 'ConfigMap', ...{ data: { a: new Date(0) } } });
    expect(refused([chart('observer', date)]).faults).toMatchObject([
      { where: 'observer/x', why: expect.stringContaining("non-simple object of type 'Date'") },
    ]);
  });

  test('when a law is broken', () => {
    const law: Law = (objects) =>
      objects.map(({ path, manifest }) => ({
        where: path,
        what: manifest.metadata.name,
        code: 'no-such-port' as const,
        why: 'no',
        cure: 'yes',
      }));
    expect(refused([chart('observer', scrape)], [law]).faults).toEqual([
      { where: 'observer/scrape-observer', what: 'observer', code: 'no-such-port', why: 'no', cure: 'yes' },
    ]);
  });
});

test('the faults of all applications and of all kinds are printed together', () => {
  const law: Law = (objects) =>
    objects.slice(0, 1).map(({ path }) => ({
      where: path,
      what: 'up ==\n0',
      code: 'never-done' as const,
      why: 'an empty vector is not zero',
      cure: 'use absent()',
    }));
  expect(refused([chart('observer', broken), chart('ecoeco', broken)], [law]).message).toMatchInlineSnapshot(`
    "observer: 2 faults
      observer/broken date: ConfigMap has no such field here; write data
          {}
      observer/broken: an empty vector is not zero; use absent()
          up ==
          0

    ecoeco: ecoeco/broken date: ConfigMap has no such field here; write data
        {}"
  `);
});
