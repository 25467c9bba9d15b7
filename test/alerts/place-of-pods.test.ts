import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { celeryAlerts } from '#alerts/celery.js';
import { outsideOf } from '#alerts/place/outside.js';
import { kubernetes } from '#alerts/place/kubernetes.js';
import { podsOf } from '#alerts/place/pods.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { called } from '#alerts/text/subject.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { narrowed } from '#promql/metric/catalog.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { run } from '#proof/tools/run.js';
import { canteenMetrics } from './canteen.js';

const here = { namespace: 'canteen' } as const;
const workers = called('Workers', podsOf([{ app: 'celery', queue: 'photos' }]));
const { up } = narrowed(scrapeMetrics, here);

/** The commands of an alert's runbook. */
const shellOf = ({ check, action }: { readonly check: string; readonly action: string }): string =>
  [...`${check}\n${action}`.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines).join('');

const { taskFailing } = celeryAlerts(workers, narrowed(canteenMetrics, here), {
  failures: percent(10),
  duration: seconds(60),
});
const podsDown = targetDown(workers, { up }, { jobs: ['celery', 'beat'] });
const outside = targetDown(called('Tills', outsideOf(kubernetes)), { up }, { jobs: ['tills'] });

describe('runbooks on pods that no Service stands before', () => {
  test('list those that have their labels', () => {
    expect(shellOf(inLanguage(taskFailing.runbook, 'en'))).toContain(
      'kubectl -n canteen get pods -l app=celery,queue=photos\n',
    );
  });

  test('list each kind of them once', () => {
    const kinds = podsOf([{ app: 'celery' }, { app: 'beat' }, { app: 'celery' }]);
    expect(kinds.chosen(up).find).toEqual([
      'kubectl -n canteen get pods -l app=celery',
      'kubectl -n canteen get pods -l app=beat',
      "POD='a pod of the list'",
    ]);
  });

  test('ask one at its port, as its PodMonitor does', () => {
    expect(shellOf(inLanguage(podsDown.runbook, 'en'))).toContain('port-forward "$POD" "18080:$PORT"');
  });

  test('speak of no Service', () => {
    expect(JSON.stringify([podsDown.runbook, podsDown.texts])).not.toMatch(/\bService(Monitor)?\b/);
  });
});

test('a runbook on what is outside asks it from where Prometheus asks', () => {
  expect(shellOf(inLanguage(outside.runbook, 'en'))).toContain(
    'kubectl -n monitoring exec service/prometheus-operated -c prometheus -- wget -qO- "$TARGET" | head',
  );
});

test.each([
  ['pods', podsDown],
  ['pods, of a pack', taskFailing],
  ['what is outside', outside],
])('a shell takes the commands on %s', async (_, alert) => {
  const { exitCode, stderr } = await run('bash', ['-n', '-c', shellOf(inLanguage(alert.runbook, 'en'))]);
  expect([exitCode, stderr]).toEqual([0, '']);
});
