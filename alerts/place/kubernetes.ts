import { asAlerted, chosenPod, exporterLogs, exportingPod, filledIn, kubectl } from '../command.js';
import type { Place } from './place.js';

/** A Kubernetes cluster, looked at with kubectl in the namespace to which the metrics are narrowed. */
export const kubernetes: Place = {
  part: { ko: '파드', en: 'pod' },
  chosen: (metric, which) => {
    const { find, pod } = chosenPod(metric, which);
    return { find, name: pod };
  },
  exporting: (metric, by, which) => {
    const { find, pod } = exportingPod(metric, by, which);
    return { find, name: pod };
  },
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
