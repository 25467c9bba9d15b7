import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { called } from '#alerts/text/subject.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

test('a missing exporter says nothing of nginx (mistake 40)', () => {
  expect(oneLine(packs.nginx.nginxDown)).toMatchInlineSnapshot(
    `"min(last_over_time(nginx_up{namespace="shop-prod"}[2m])) == 0"`,
  );
});

test('up of the exporter is refused, which is 1 while nginx is down (mistake 5)', () => {
  expect(() => nginxDown(called('Shop'), scrapeMetrics)).toThrow(
    'up says only whether the exporter answers, which it does while its server is down; give nginx_up, which the exporter exports',
  );
});

test('it concerns the proxy', () => {
  expect(packs.nginx.nginxDown.component).toBe('proxy');
});

describe('in Docker Compose', () => {
  const club = nginxDown(
    called('Club', dockerCompose('club')),
    narrowed(nginxExporterMetrics, { namespace: 'club', service: 'nginx-exporter' }),
    { for: '3m' },
  );

  test('the runbook tests the configuration inside, and reads the log of the exporter', () => {
    const { check } = inLanguage(club.runbook, 'en');
    expect([
      check.includes('docker compose -p club exec -T "$SERVICE" nginx -t'),
      check.includes('docker compose -p club-monitoring logs --tail=20 nginx-exporter'),
    ]).toEqual([true, true]);
  });
});
