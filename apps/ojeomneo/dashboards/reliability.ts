import {
  type About,
  availableReplicas,
  constant,
  dashboard,
  memoryRatio,
  perSecond,
  query,
  requestRate,
  row,
  shortAlarmsPanel,
  sloRow,
  sloTable,
  stat,
  timeseries,
} from 'cheomseong';
import { alerts } from '../alerts.js';
import { deployments, platform, pods, server } from '../metrics.js';
import { slos } from '../slos.js';

/** What must be possible. */
const throughput = perSecond(100);

export const reliability = (about: About) =>
  dashboard('Reliability', {
    ...about,
    description: {
      ko: '약속한 수준(SLO)을 지키고 있는지, 오류 예산이 얼마나 남았는지, 파드에 여유가 있는지 보여 줍니다.',
      en: 'Whether the service level objectives are kept, what is left of their error budgets, and whether the pods have room.',
    },
    timezone: 'Asia/Seoul',
    last: '7d',
    panels: [
      sloTable(Object.values(slos)),
      ...Object.values(slos).map((each) => sloRow(each)),
      row('Throughput', [
        timeseries('Throughput', {
          description: {
            ko: '초당 처리한 요청 수입니다. 점선(초당 100건)까지는 처리할 수 있어야 합니다. 요청이 적은 것은 고장이 아니므로 알리지 않습니다.',
            en: 'Requests answered per second. It must be possible to answer as many as the dashed line says (100); that fewer come is no fault, so nobody is told.',
          },
          queries: [
            query(requestRate(server, '$__rate_interval'), 'requests'),
            query(constant(throughput), 'possible', { dashed: true }),
          ],
          unit: 'reqps',
        }),
      ]),
      row('Alarms', [shortAlarmsPanel(about.application)]),
      row('Pods', [
        stat('Available Pods', {
          description: {
            ko: '디플로이먼트마다 사용 가능한 파드 수입니다. 디플로이먼트가 사라져도 0입니다.',
            en: 'How many pods of each Deployment are available; 0 too where the Deployment is gone.',
          },
          signal: availableReplicas(platform, deployments),
          limits: [alerts.podDown],
          height: 8,
        }),
        timeseries('Memory Usage', {
          description: {
            ko: '서버와 어드민의 컨테이너마다 메모리 한도 가운데 워킹 셋이 차지하는 비율입니다. 최근에 쓴 페이지 캐시도 들어 있습니다. 한도가 없는 컨테이너는 나타나지 않습니다.',
            en: 'The share of its memory limit that the working set of each container of the server and the admin takes, with page cache that was touched lately. Without a limit there is none.',
          },
          signal: memoryRatio(pods),
          legend: ({ pod, container }) => `${pod} ${container}`,
          limits: [alerts.highMemoryUsage],
          width: 18,
        }),
      ]),
    ],
  });
