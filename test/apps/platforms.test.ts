import { describe, expect, test } from '@jest/globals';
import { inSeconds } from '#ground/duration.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { production } from '../../apps/platforms.js';
import { clusters } from '../estate.js';

const days = 24 * 3_600;

describe('the platform of observer, ojeomneo and ecoeco', () => {
  test('keeps more than the 30 days of ojeomneo’s budgets, and so than the 7 of ecoeco', () => {
    expect(inSeconds(production.prometheus.retention)).toBeGreaterThan(30 * days);
  });

  test.each([
    ['Prometheus', production.prometheus, { cpu: '200m', memory: '512Mi' }],
    ['Alertmanager', production.alertmanager, { cpu: '50m', memory: '64Mi' }],
    ['Grafana', production.grafana, { cpu: '100m', memory: '256Mi' }],
    ['kube-state-metrics', production.kubeStateMetrics, { cpu: '50m', memory: '64Mi' }],
    ['node_exporter', production.nodeExporter, { cpu: '50m', memory: '64Mi' }],
  ])('asks for what ojeomneo’s plan has: %s', (_, part, requests) => {
    expect(part?.resources.requests).toEqual(requests);
  });

  test('runs on ecoeco’s monitoring node', () => {
    expect(production.placement?.nodeSelector).toEqual({ 'kubernetes.io/hostname': 'k8s-monitoring' });
  });

  test('takes up all three of its cluster', () => {
    const places = clusters.filter(({ platform }) => platform === production);
    const { charts, laws } = synthesisOf({ places });
    expect(places.flatMap(({ applications }) => applications)).toHaveLength(3);
    expect(() => synthesize(charts, laws)).not.toThrow();
  });
});
