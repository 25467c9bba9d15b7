import { describe, expect, test } from '@jest/globals';
import { certificateAlerts, endpointAlerts } from '#alerts/probe.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { type Subject, called } from '#alerts/text/subject.js';
import { inLanguage } from '#ground/language.js';
import { httpProbeMetrics, probeMetrics, tlsProbeMetrics } from '#metrics/blackbox.js';
import { narrowed } from '#promql/metric/catalog.js';
import { seconds } from '#promql/unit/limit.js';
import { oneLine } from './one-line.js';

const here = { namespace: 'shop' } as const;
const metrics = narrowed({ ...probeMetrics, ...tlsProbeMetrics }, here);
const limits = { prober: 'blackbox', slow: seconds(2) };
const endpoints = endpointAlerts(called('Shop'), metrics, limits);
const certificates = certificateAlerts(called('Shop'), metrics);

test('an endpoint is down where most of its probes fail, and not where nobody asks it (mistake 40)', () => {
  expect(oneLine(endpoints.endpointDown)).toMatchInlineSnapshot(
    `"min by (instance) (avg_over_time(probe_success{namespace="shop"}[2m])) < 0.5"`,
  );
});

test('an endpoint is slow where it answers, and takes too long for it', () => {
  expect(oneLine(endpoints.endpointSlow)).toMatchInlineSnapshot(
    `"max by (instance) (avg_over_time(probe_duration_seconds{namespace="shop"}[5m])) > 2 and min by (instance) (avg_over_time(probe_success{namespace="shop"}[5m])) >= 0.5"`,
  );
});

test('the days of a certificate are told for an hour after it is seen last: expired, it is seen no more (mistake 97)', () => {
  expect(oneLine(certificates.certificateExpiresSoon)).toMatchInlineSnapshot(
    `"floor((min by (instance) (last_over_time(probe_ssl_earliest_cert_expiry{namespace="shop"}[1h])) - time()) / 86400) < 21"`,
  );
});

test('the last days of a certificate are critical', () => {
  const { severity, condition } = certificates.certificateAlmostExpired;
  expect([severity, condition.limit.value]).toEqual(['critical', 7]);
});

describe('the runbook of an endpoint that is down asks as its exporter does,', () => {
  const check = (subject: Subject = called('Shop')) =>
    inLanguage(endpointAlerts(subject, metrics, limits).endpointDown.runbook, 'en').check;
  const asking = 'wget -qO- "http://localhost:9115/probe?module=$MODULE&target=$INSTANCE&debug=true"';

  test('in a cluster', () => {
    expect(check()).toContain(`kubectl -n shop exec service/blackbox -- ${asking}`);
  });

  test('on a host, in the project of monitoring', () => {
    expect(check(called('Shop', dockerCompose('shop')))).toContain(
      `docker compose -p shop-monitoring exec -T blackbox ${asking}`,
    );
  });

  test('and looks at the certificate', () => {
    expect(check()).toContain('openssl s_client -connect "$SERVER"');
  });
});

describe('the runbook of a slow endpoint asks', () => {
  const check = (given: Parameters<typeof endpointAlerts>[1]) =>
    inLanguage(endpointAlerts(called('Shop'), given, limits).endpointSlow.runbook, 'en').check;

  test('which phase takes the time, where phases are known', () => {
    expect(check({ ...metrics, ...narrowed(httpProbeMetrics, here) })).toContain(
      'max by (instance, phase) (avg_over_time(probe_http_duration_seconds{namespace="shop"}[5m]))',
    );
  });

  test('how long all of it takes, where they are not', () => {
    expect(check(metrics)).not.toContain('phase)');
  });
});
