import { describe, expect, test } from '@jest/globals';
import { collectorAlerts } from '#alerts/collector.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { called } from '#alerts/text/subject.js';
import { traceAgentOf, traceGatewayOf } from '#application/tracing/names.js';
import { collectorMetrics } from '#metrics/opentelemetry-collector.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { textOf } from '../docs/page.js';

const metrics = narrowed({ ...collectorMetrics, ...scrapeMetrics }, { namespace: 'shop' });
const names = { gateway: traceGatewayOf('shop'), agent: traceAgentOf('shop') };
const inCluster = collectorAlerts(called('Shop'), metrics, names);
const onHost = collectorAlerts(called('Shop', dockerCompose('shop')), metrics, names);
const bothLanguages = ['ko', 'en'] as const;

describe('spans that a batch sent again has counted twice', () => {
  const { texts, runbook } = inCluster.spansDropped;

  test('make the number of dropped ones an upper bound', () => {
    expect([texts.en?.summary, texts.ko?.summary, runbook.en?.meaning]).toEqual([
      expect.stringContaining('at most'),
      expect.stringContaining('많게는'),
      expect.stringContaining('an upper bound'),
    ]);
  });

  test('stand on the page where it says that all are counted', () => {
    expect(textOf('docs/how-to/tracing.md').replaceAll('\n', ' ')).toMatch(
      /It counts all of them, .*?a batch is sent again whole, .*?upper bound/,
    );
  });
});

describe.each(bothLanguages)('the runbook in %s', (language) => {
  test('of dropped spans, whose alert names no pod, asks all collectors, and whether gateways are there', () => {
    const check = inCluster.spansDropped.runbook[language]?.check;
    expect([
      check?.includes(
        "kubectl -n shop logs -l 'app.kubernetes.io/name in (shop-trace-agent,shop-trace-gateway)' --since=1h --prefix --tail=-1 --max-log-requests=50 | grep -iE 'dropping|exporting failed|queue is full'",
      ),
      check?.includes('kubectl -n shop get endpoints shop-trace-gateway'),
      check?.includes('POD='),
    ]).toEqual([true, true, false]);
  });

  test.each(['spansRefused', 'collectorQueueFilling'] as const)('of %s asks the pod of the alert', (key) => {
    expect(inCluster[key].runbook[language]?.check).toContain("POD='the pod that the alert names'");
  });

  test.each(['spansRefused', 'spansDropped', 'collectorQueueFilling', 'tracesEvicted'] as const)(
    'of %s asks the gateway of a host by Docker Compose',
    (key) => {
      const check = onHost[key].runbook[language]?.check;
      expect([
        /docker compose -p shop-monitoring logs --since=\w+ shop-trace-gateway/.test(check ?? ''),
        check?.includes('kubectl'),
      ]).toEqual([true, false]);
    },
  );
});

test('without names, dropped spans are looked for in the log of a collector that a person chooses', () => {
  const { check } = collectorAlerts(called('Shop'), metrics).spansDropped.runbook.en ?? {};
  expect(check).toMatch(/logs "\$POD" --since=1h \| grep -iE/);
});
