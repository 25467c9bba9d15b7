import { describe, expect, test } from '@jest/globals';
import { cluster } from 'cheomseong';
import { inSeconds } from '#ground/duration.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { ecoeco } from '../../apps/ecoeco/index.js';
import { observer } from '../../apps/observer/index.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';
import { production } from '../../apps/platforms.js';

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

  test('is the release that observer’s ServiceMonitors are labelled with', () => {
    expect(production.release).toBe(observer.release);
  });

  test('runs on ecoeco’s monitoring node', () => {
    expect(production.placement?.nodeSelector).toEqual({ 'kubernetes.io/hostname': 'k8s-monitoring' });
  });

  test('takes up all three', () => {
    const applications = [observer, ojeomneo, ecoeco];
    const { charts, laws } = synthesisOf({
      places: [cluster('production', { platform: production, applications })],
    });
    expect(() => synthesize(charts, laws)).not.toThrow();
  });
});
