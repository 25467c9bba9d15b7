import { refusal } from '#ground/fault.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { asAlerted, filledIn } from '#alerts/text/command.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { type Running, type Place, type PlaceWords, atAlertmanager } from './place.js';

/** What Compose calls the project in which the monitoring of an application runs, beside the application's own. */
export const monitoringProject = (project: string): string => `${project}-monitoring`;

export interface DockerCompose extends Place {
  readonly platform: 'compose';
}

/**
 * A host on which the application runs as a project of Docker Compose (v2), and its monitoring as another beside it.
 *
 * @param project what `docker compose ls` calls the application's project.
 * @throws Error where Compose has no projects of that name.
 */
export const dockerCompose = (project: string): DockerCompose => {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(project))
    throw refusal('dockerCompose', {
      what: project,
      code: 'bad-name',
      why: `'${project}' is no name of a Compose project, which has lower-case letters, digits, - and _ only and begins with a letter or digit`,
      cure: 'give the one that docker compose ls shows',
    });
  const application = compose(project);
  const monitoring = compose(monitoringProject(project));
  const chosen = (_: AnyMetric, which = 'a service of the list'): Running => ({
    find: [application.ps, filledIn('SERVICE', which)],
    name: '"$SERVICE"',
  });
  return {
    platform: 'compose',
    ...words,
    chosen,
    exporting: (metric, by = [], which) => {
      const service = fixedLabel(metric, 'service');
      if (service !== undefined) return { find: [application.ps], name: service };
      return by.includes('service')
        ? { find: [application.ps, asAlerted('service')], name: '"$SERVICE"' }
        : chosen(metric, which);
    },
    logs: (_, name, options) => application.logs(name, options),
    exec: (_, name, command) => application.exec(name, command),
    exporterLogs: (metric) => {
      const service = fixedLabel(metric, 'service');
      return service === undefined ? [] : [monitoring.logs(service, '--tail=20')];
    },
    inExporter: (metric, command) => {
      const service = fixedLabel(metric, 'service');
      return service === undefined ? [] : [monitoring.exec(service, command)];
    },
    agentLogs: (_, agent, options) => [monitoring.ps, monitoring.logs(agent, options)],
    state: () => [application.ps],
    page: (_, name, port) => ({
      command: application.port(name, port),
      address: { ko: '마지막 명령이 말하는 주소', en: 'at the address that the last command tells' },
    }),
    deployed: () => application.images,
    usage: () => 'docker stats --no-stream',
    amtool: (args) => monitoring.exec('alertmanager', `amtool ${args} ${atAlertmanager}`),
    watcher: (server) => ({
      state: monitoring.ps,
      logs: (options) => monitoring.logs(server, options),
      exec: (command) => monitoring.exec(server, command),
      configuration: `/etc/${server}/${server}.yml`,
    }),
    scraped: () => [
      application.ps,
      monitoring.ps,
      `${monitoring.exec('prometheus', `wget -qO- '${targets}'`)} | grep -oE '${addressOrError}'`,
      filledIn('TARGET', 'a scrapeUrl of the list'),
      `${monitoring.exec('prometheus', 'wget -qO- "$TARGET"')} | head`,
    ],
  };
};

/** The commands of a project. By its name they work in any folder: Compose finds its containers by their labels. */
const compose = (project: string) => {
  const command = (rest: string): string => `docker compose -p ${project} ${rest}`;
  return {
    /** With those that have ended, and how. */
    ps: command('ps --all'),
    images: command('images'),
    /** Where on the host a port of a container is published. */
    port: (service: string, port: number) => command(`port ${service} ${port}`),
    logs: (service: string, options: string) => command(`logs ${options} ${service}`),
    /** Compose would have it read the terminal, and with it the lines that are pasted below. */
    exec: (service: string, rest: string) => command(`exec -T ${service} ${rest} </dev/null`),
  };
};

const targets = 'http://localhost:9090/api/v1/targets?state=active';
/** Of what Prometheus says of its targets: each address and, below it, why it could not be scraped. */
const addressOrError = String.raw`"scrapeUrl":"[^"]*"|"lastError":"([^"\\]|\\.)+"`;

const words: PlaceWords = {
  podOrContainer: { ko: '컨테이너', en: 'container' },
  copies: { ko: '워커', en: 'workers' },
  ending: { ko: '`docker inspect`의 상태', en: 'its state by `docker inspect`' },
  storage: { ko: '호스트의 파일 시스템', en: 'file system on the host' },
  credentials: { ko: '비밀번호가 있는 .env 파일', en: 'the .env file with its password' },
  scraping: {
    // Docker's DNS forgets the name of a container that has stopped.
    unreachable: { ko: 'no such host나 connection refused', en: 'No such host or connection refused' },
    pointer: { ko: 'prometheus.yml의 타깃 주소', en: 'address in prometheus.yml' },
    noTarget: {
      ko: 'prometheus.yml의 작업 이름과 타깃 목록',
      en: 'the name of the job or its targets in prometheus.yml',
    },
    moved: {
      ko: '서비스의 이름이나 포트가 바뀌었으면 prometheus.yml의 타깃 주소를 맞춥니다.',
      en: 'If the name or the port of the service has changed, bring its address in prometheus.yml in line.',
    },
  },
  machine: {
    name: { ko: '호스트', en: 'host' },
    reached: { ko: '호스트에는 SSH로 들어갑니다.', en: 'Come in by SSH.' },
    logs: '/var/lib/docker/containers',
    unused: {
      ko: '쓰지 않는 이미지와 Docker 볼륨(`docker system df`)',
      en: 'images and Docker volumes that nobody uses (`docker system df`)',
    },
    prune: 'docker image prune -a',
    kept: {
      ko: 'Docker 볼륨을 지우는 명령(`docker volume prune`, `docker system prune --volumes`)은 데이터베이스까지 지울 수 있으니 쓰지 않습니다.',
      en: 'Leave alone what removes Docker volumes (`docker volume prune`, `docker system prune --volumes`): it may take the database along.',
    },
  },
};
