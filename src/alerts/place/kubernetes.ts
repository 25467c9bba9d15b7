import { asAlerted, filledIn } from '#alerts/text/command.js';
import { chosenPod, exporterLogs, exportingPod, inExporter, kubectl } from './kubectl.js';
import { type Place, type Server, type Watcher, atAlertmanager } from './place.js';

export interface Kubernetes extends Place {
  readonly platform: 'kubernetes';
}

/** A server of kube-prometheus-stack, by the Service that its operator makes. */
const watcher = (server: Server): Watcher => {
  const container = `service/${server}-operated -c ${server}`;
  return {
    state: 'kubectl -n monitoring get pods',
    logs: (options) => `kubectl -n monitoring logs ${container} ${options}`,
    exec: (command) => `kubectl -n monitoring exec ${container} -- ${command}`,
    // As the operator's reloader writes it.
    configuration: `/etc/${server}/config_out/${server}.env.yaml`,
  };
};

/** A Kubernetes cluster, looked at with kubectl in the namespace to which the metrics are narrowed. */
export const kubernetes: Kubernetes = {
  platform: 'kubernetes',
  podOrContainer: { ko: '파드', en: 'pod' },
  copies: { ko: '레플리카', en: 'replicas' },
  ending: { ko: '이벤트', en: 'its events' },
  storage: { ko: '볼륨', en: 'volume' },
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
  machine: {
    name: { ko: '노드', en: 'node' },
    reached: {
      ko: '노드에는 SSH나 `kubectl debug node/이름 -it --image=busybox --profile=sysadmin -- chroot /host`로 들어갑니다.',
      en: 'Come in by SSH, or by `kubectl debug node/NAME -it --image=busybox --profile=sysadmin -- chroot /host`.',
    },
    logs: '/var/log/pods',
    unused: {
      ko: '쓰지 않는 이미지(`sudo crictl images`)',
      en: 'images that nobody uses (`sudo crictl images`)',
    },
    prune: 'sudo crictl rmi --prune',
    kept: {
      ko: '볼륨의 폴더(`/var/lib/kubelet/pods`, k3s라면 `/var/lib/rancher/k3s/storage`)에는 데이터베이스가 있으니 손대지 않습니다.',
      en: 'Leave alone the folders of volumes (`/var/lib/kubelet/pods`, of k3s `/var/lib/rancher/k3s/storage`): databases are in there.',
    },
  },
  chosen: chosenPod,
  exporting: exportingPod,
  logs: (metric, name, options) => kubectl(metric, `logs ${name} ${options}`),
  exec: (metric, name, command) => kubectl(metric, `exec ${name} -- ${command}`),
  exporterLogs,
  inExporter,
  agentLogs: (metric, agent, options) => {
    const { find, name } = chosenPod(metric, `the ${agent} of the list`);
    return [...find, kubectl(metric, `logs ${name} ${options}`)];
  },
  state: (metric) => [kubectl(metric, 'get pods'), kubectl(metric, 'get events --sort-by=.lastTimestamp')],
  page: (metric, name, port) => {
    const address = `http://localhost:${port}`;
    return {
      command: kubectl(metric, `port-forward ${name} ${port}`),
      address: { ko: address, en: address },
    };
  },
  deployed: (metric) => kubectl(metric, 'rollout history deployment'),
  usage: (metric) => kubectl(metric, 'top pod --containers'),
  amtool: (args) => watcher('alertmanager').exec(`amtool ${args} ${atAlertmanager}`),
  watcher,
  scraped: (up) => [
    // A ServiceMonitor may live in another namespace than its targets.
    'kubectl get servicemonitor --all-namespaces',
    kubectl(up, 'get service,endpoints'),
    kubectl(up, 'get pods --show-labels'),
    asAlerted('job'),
    filledIn('PORT', 'the port of its Service'),
    kubectl(up, 'port-forward "service/$JOB" "18080:$PORT" &'),
    'curl -sS --retry 5 --retry-connrefused http://localhost:18080/metrics | head',
  ],
};
