import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { kinds } from '#imports/kinds.js';
import type { Manifest } from '#imports/manifest.js';
import { appliedAgain, served } from '../../cluster/served.js';

/**
 * Of every kind a manifest, and what a kube-apiserver 1.36.2 served of it after a server-side apply: without its status and what tells one object from
 * another, and of Services without their address. The CRDs were those of the Prometheus operator 0.93.1, of ArgoCD, External Secrets, grafana-operator, the
 * Perses operator and the operator of VictoriaMetrics.
 */
const recorded = readFileSync('test/imports/served/kube-apiserver-1.36.2.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly manifest: Manifest; readonly served: object })
  .map((each) => [each.manifest.kind, each] as const);

/** What an API server adds that says whose or which an object is: beside what a manifest says, and in no list. */
const added: Readonly<Record<string, object>> = {
  DaemonSet: { metadata: { annotations: { 'deprecated.daemonset.template.generation': '1' } } },
  Namespace: { metadata: { labels: { 'kubernetes.io/metadata.name': 'monitoring' } } },
  Service: { spec: { clusterIPs: ['None'], ipFamilies: ['IPv4'] } },
};

/** Kinds that came later, of which no API server was asked. */
const notYet: readonly string[] = [];

test('every kind was recorded, but those that are known not to be', () => {
  expect([...recorded.map(([kind]) => kind), ...notYet].sort()).toEqual(kinds.map(({ kind }) => kind).sort());
});

describe.each(recorded)('%s', (kind, { manifest, served: live }) => {
  test('is served as it was', () => {
    expect(appliedAgain(served(manifest), { kind, ...added[kind] })).toEqual(live);
  });

  test('did not differ from its manifest as it was served', () => {
    expect(appliedAgain(live, manifest)).toEqual(live);
  });
});
