import { describe, expect, test } from '@jest/globals';
import { python } from '#application/instrumentation/made.js';
import { serving } from '#application/instrumentation/server.js';
import { reason } from '#proof/tools/reason.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, unconventional } from '#promql/metric/declare.js';
import { pythonFiles } from '#instrumentation/python/files.js';
import { moduleOf } from '../estate.js';

const monitoring = moduleOf('ecoeco', 'monitoring');
const adminMonitoring = moduleOf('ojeomneo', 'adminMonitoring');
const club = moduleOf('sogangcomputerclub', 'monitoring');

const refused = (make: () => unknown): string => {
  try {
    make();
    return '';
  } catch (error) {
    return reason(error);
  }
};

const filesOf = (described: typeof monitoring): Readonly<Record<string, string>> =>
  pythonFiles(described, { name: 'shop', title: 'Shop' });

describe('a Python module', () => {
  const requests = counter('shop_requests_total', { help: 'Requests', labels: ['method', 'path', 'status'] });

  test('is refused a counter that prometheus_client would export under another name', () => {
    const odd = unconventional.counter('shop_requests', { help: 'Requests', why: 'its program says so' });
    expect(refused(() => python('shop', { catalogs: [catalog({ odd })] }))).toMatch(
      /prometheus_client exports shop_requests as shop_requests_total/,
    );
  });

  test('is refused to count what another library exports', () => {
    const server = serving({ requests, route: 'path' });
    const spec = { framework: 'django', catalogs: [catalog({ requests })], server } as const;
    expect(refused(() => python('shop', { ...spec, exportedBy: 'django-prometheus' }))).toMatch(
      /django-prometheus exports its catalogues/,
    );
  });

  test('holds no metric of its own where another library exports them', () => {
    expect(Object.keys(filesOf(adminMonitoring))).not.toContain('metrics.py');
  });

  test('says how the middlewares of django-prometheus stand around the others, after its own', () => {
    const { 'README.md': text = '' } = filesOf(adminMonitoring);
    const settings = /MIDDLEWARE = setup_monitoring\(\n *\[([^\]]*)\]/.exec(text)?.[1] ?? '';
    expect(settings.split(',').map((each) => each.trim())).toEqual([
      '"django_prometheus.middleware.PrometheusBeforeMiddleware"',
      '*MIDDLEWARE',
      '"django_prometheus.middleware.PrometheusAfterMiddleware"',
      '',
    ]);
  });

  test('says that django-prometheus is an application of its own', () => {
    expect(filesOf(adminMonitoring)['README.md']).toContain('INSTALLED_APPS += ["django_prometheus"]');
  });

  test('says that what counts an amount is told the amount, and what counts things is not', () => {
    const won = counter('shop_sold_won_total', { help: 'Sold', unit: 'won' });
    const sent = counter('shop_sent_bytes_total', { help: 'Sent', labels: ['to'] });
    const sales = counter('shop_sales_total', { help: 'Sales' });
    const { 'README.md': text } = filesOf(python('shop', { catalogs: [catalog({ won, sent, sales })] }));
    expect(text).toContain(`
metrics.shop_sold_won_total().inc(amount)
metrics.shop_sent_bytes_total().labels(to="…").inc(amount)
metrics.shop_sales_total().inc()
`);
  });

  test('says that what machines ask is refused to others', () => {
    expect(filesOf(monitoring)['README.md']).toContain('Refuse `/metrics` and `/ready` at the proxy in front');
  });

  test('says by which settings processes are recycled, which is to be seldom', () => {
    expect(filesOf(monitoring)['README.md']).toContain(
      "Recycle processes seldom, if at all (gunicorn's `max_requests`, Celery's `worker_max_tasks_per_child`)",
    );
    expect(filesOf(club)['README.md']).toContain("seldom, if at all (gunicorn's `max_requests`)");
  });

  test('declares the names and the buckets of its catalogue in one file', () => {
    const declaring = Object.entries(filesOf(monitoring)).filter(([, text]) =>
      text.includes('"http_request_duration_seconds"'),
    );
    expect(declaring.map(([path]) => path)).toEqual(['metrics.py']);
  });

  test('tells a gauge of several processes as it is described', () => {
    const { 'metrics.py': text = '' } = filesOf(club);
    const modes = [...text.matchAll(/Gauge\(\s*"(\w+)",[^)]*multiprocess_mode="(\w+)"/g)];
    expect(modes.map(([, name, mode]) => [name, mode])).toEqual([
      ['memo_total', 'livemax'],
      ['fastapi_active_connections', 'livesum'],
    ]);
  });

  test('has nothing of Celery where no tasks are described', () => {
    expect(Object.values(filesOf(club)).join('\n')).not.toMatch(/(from|import) celery/);
  });
});
