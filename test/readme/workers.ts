import { alert } from '../../alerts/rule/alert.js';
import { below } from '../../alerts/rule/condition.js';
import { holds } from '../../alerts/scenario/behaviour.js';
import { catalog, narrowed } from '../../promql/metric/catalog.js';
import { gauge } from '../../promql/metric/declare.js';
import { count } from '../../promql/unit/limit.js';
import { sum } from '../../promql/vector/aggregate.js';
import { value } from '../../promql/vector/select.js';

const metrics = narrowed(catalog({ workers: gauge('shop_workers', { help: 'Workers that take orders' }) }), {
  namespace: 'shop',
});

export const tooFewWorkers = alert('TooFewWorkers', {
  limit: count(2),
  for: '5m',
  severity: 'warning',
  when: ({ limit }) => below(sum(value(metrics.workers)), limit),
  says: {
    ko: (is) => ({
      summary: `작업자가 ${is.value}개뿐입니다`,
      description: `${is.for} 넘게 작업자가 ${is.value}개뿐입니다(기준 ${is.limit}개). 최근 배포부터 확인하세요.`,
      meaning: `주문을 받는 작업자가 ${is.limit}개보다 적습니다.`,
      impact: '주문이 늦어집니다.',
      check: '`kubectl get pods`로 어느 작업자가 없는지 봅니다.',
      action: '배포 직후라면 되돌립니다.',
    }),
    en: (is) => ({
      summary: `Only ${is.value} workers are left`,
      description: `For ${is.for} only ${is.value} workers have been left (limit ${is.limit}). Look at the latest deployment first.`,
      meaning: `Fewer than ${is.limit} workers take orders.`,
      impact: 'Orders are late.',
      check: 'See by `kubectl get pods` which are missing.',
      action: 'Right after a deployment, roll back.',
    }),
  },
  proof: () => ({
    reading: {
      at: (workers) => [holds(metrics.workers, {}, workers)],
      well: 4,
      when: (workers) => `${workers} workers are left`,
      labels: {},
    },
  }),
});
