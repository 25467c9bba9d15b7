import {
  type About,
  adjusted,
  dashboard,
  deploymentPanels,
  databaseUp,
  httpPanels,
  logs,
  max,
  not,
  orZero,
  query,
  redisUp,
  row,
  stat,
  streams,
  sum,
  upOrDown,
  value,
  workloadPanels,
} from 'cheomseong';
import { alerts, surging } from '../alerts.js';
import { logAlerts } from '../log-alerts.js';
import { logs as sent } from '../logs.js';
import { deployments, platform, postgres, redis, server } from '../metrics.js';
import { telemetry } from './telemetry.js';
import { throughput } from './throughput.js';

const http = httpPanels(server, alerts, surging);
const { available } = deploymentPanels(platform, { deployments }, alerts);
const pods = workloadPanels(platform, { deployments }, alerts);

/** Each line behind the app that wrote it. */
const withApp = '| line_format "{{.app}}: {{__line__}}"';

/** 1 while one of a Service's pods answers its scrapes. */
const answers = (service: string) => orZero(max(value(platform.up.where({ service }))));

export const overview = (about: About) =>
  dashboard('Overview', {
    ...about,
    description: {
      ko: '서비스가 떠 있는지, 요청에 제때 바르게 답하는지 한눈에 봅니다. 헬스 체크는 빠져 있습니다.',
      en: 'Whether the services are up and answer requests rightly and in time. Health checks are left out.',
    },
    timezone: 'Asia/Seoul',
    panels: [
      adjusted(http.requestRate, { title: 'Request Throughput', width: 8 }),
      adjusted(http.errorRate, { width: 8 }),
      adjusted(http.latency, { title: 'P95 Response Time', width: 8 }),
      stat('Service Status', {
        description: {
          ko: '서비스 상태입니다. 서버와 어드민은 파드 하나라도 응답하면 UP이고, PostgreSQL과 Redis는 익스포터가 접속할 수 있으면 UP입니다. 아무도 알려 주지 않으면 DOWN입니다.',
          en: 'The server and the admin are UP while one of their pods answers, PostgreSQL and Redis while their exporter can connect. Where nobody tells, it is DOWN.',
        },
        queries: [
          query(answers('ojeomneo-server'), 'Server'),
          query(answers('ojeomneo-admin'), 'Admin'),
          query(orZero(databaseUp(postgres)), 'PostgreSQL'),
          query(orZero(redisUp(redis)), 'Redis'),
        ],
        limits: [alerts.databaseDown],
        values: upOrDown,
        width: 12,
      }),
      adjusted(http.errorGauge, { width: 6, height: 5 }),
      stat('Active Connections', {
        description: {
          ko: '지금 처리 중인 HTTP 요청 수입니다. 응답 시간과 함께 늘면 요청이 밀리고 있습니다.',
          en: 'HTTP requests in flight. Where they grow with response times, requests pile up.',
        },
        signal: sum(value(server.inFlight)),
        sparkline: true,
        width: 6,
      }),
      http.responses,
      available,
      throughput,
      row(
        'Pods',
        [pods.memoryShare, pods.restarts, pods.throttling].map((each) => adjusted(each, { width: 8 })),
      ),
      row('Logs of the Namespace', [
        logs('Error Logs', {
          description: {
            ko: '오류를 알리는 로그입니다. 스택 트레이스는 한 건으로 묶여 있고, 펼치면 파드와 컨테이너가 보입니다.',
            en: 'What tells of errors. A stack trace is one entry; unfolded, an entry tells its pod and container.',
          },
          alerts: [logAlerts.errorsSurging],
          // What says that it is none is none, though it speaks of errors; what came before there were levels says nothing.
          logql: `${streams(sent, { level: not(['debug', 'info', 'warn']) })} |~ "(?i)error|panic|fatal|critical|exception|traceback" ${withApp}`,
        }),
        logs('Logs', {
          description: {
            ko: '네임스페이스의 모든 로그입니다. 오류가 나기 직전에 무슨 일이 있었는지 봅니다.',
            en: 'Everything that the namespace logs: what happened before an error.',
          },
          alerts: [logAlerts.serverSilent],
          logql: `${streams(sent)} ${withApp}`,
        }),
      ]),
      telemetry,
    ],
  });
