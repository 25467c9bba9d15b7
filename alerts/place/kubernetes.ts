import { asAlerted, filledIn } from '../command.js';
import { chosenPod, exporterLogs, exportingPod, kubectl } from './kubectl.js';
import type { Place } from './place.js';

/** A Kubernetes cluster, looked at with kubectl in the namespace to which the metrics are narrowed. */
export const kubernetes: Place = {
  part: { ko: '파드', en: 'pod' },
  copies: { ko: '레플리카', en: 'replicas' },
  ending: { ko: '이벤트', en: 'its events' },
  storage: { ko: '볼륨', en: 'its volume' },
  credentials: { ko: '비밀번호 Secret', en: 'the Secret with its password' },
  scraping: {
    unreachable: { ko: 'connection refused', en: 'Connection refused' },
    pointer: { ko: 'Service', en: 'Service' },
    noTarget: {
      ko: 'ServiceMonitor의 레이블과 포트 이름',
      en: 'the labels or the port name of the ServiceMonitor',
    },
    moved: {
      ko: 'Service의 레이블이나 포트 이름이 바뀌었으면 ServiceMonitor와 맞춥니다.',
      en: 'If labels or port names of the Service have changed, bring the ServiceMonitor in line.',
    },
  },
  chosen: chosenPod,
  exporting: exportingPod,
  logs: (metric, part, options) => kubectl(metric, `logs ${part} ${options}`),
  exec: (metric, part, command) => kubectl(metric, `exec ${part} -- ${command}`),
  exporterLogs,
  deployed: (metric) => kubectl(metric, 'rollout history deployment'),
  usage: (metric) => kubectl(metric, 'top pod --containers'),
  scraped: (up) => [
    kubectl(up, 'get servicemonitor,service,endpoints'),
    kubectl(up, 'get pods --show-labels'),
    asAlerted('job'),
    filledIn('PORT', 'the port of its Service'),
    kubectl(up, 'port-forward "service/$JOB" "18080:$PORT" &'),
    'curl -sS --retry 5 --retry-connrefused http://localhost:18080/metrics | head',
  ],
};
