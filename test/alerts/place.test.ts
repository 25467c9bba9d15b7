import { describe, expect, test } from '@jest/globals';
import { noActiveConnections } from '#alerts/activity/no-active-connections.js';
import { nothingDone } from '#alerts/activity/nothing-done.js';
import { celeryAlerts } from '#alerts/celery.js';
import { tooManyRequestsInFlight } from '#alerts/concurrency/too-many-requests-in-flight.js';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { elasticsearchAlerts } from '#alerts/elasticsearch.js';
import { noLogsArriving } from '#alerts/elasticsearch/no-logs-arriving.js';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostDiskBusy } from '#alerts/host/disk-busy.js';
import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { httpAlerts } from '#alerts/http.js';
import { nginxDown } from '#alerts/nginx/nginx-down.js';
import { outsideApiAlerts } from '#alerts/outside-api.js';
import { dockerCompose } from '#alerts/place/compose.js';
import type { Place } from '#alerts/place/place.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { connectionsExhausted } from '#alerts/postgres/connections-exhausted.js';
import { databaseDown } from '#alerts/postgres/database-down.js';
import { tooManyConnections } from '#alerts/postgres/too-many-connections.js';
import { queueAlerts } from '#alerts/rabbitmq.js';
import { rabbitmqDown } from '#alerts/rabbitmq/rabbitmq-down.js';
import { cacheAlerts } from '#alerts/redis.js';
import { redisDown } from '#alerts/redis/redis-down.js';
import { type OwnRule, isOwn } from '#alerts/rule/rule.js';
import { group } from '#alerts/rule/group.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { hours } from '#alerts/rule/hours.js';
import { type Language, inLanguage } from '#ground/language.js';
import { events } from '#alerts/slo/events.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import { serviceDown } from '#alerts/targets/service-down.js';
import { targetDown } from '#alerts/targets/target-down.js';
import { uploadFailed } from '#alerts/uploads/upload-failed.js';
import { webVitalAlerts } from '#alerts/web.js';
import { elasticsearchExporterMetrics, elasticsearchIndexMetrics } from '#metrics/elasticsearch-exporter.js';
import { nginxExporterMetrics } from '#metrics/nginx-exporter.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { postgresExporterMetrics } from '#metrics/postgres-exporter.js';
import { scrapeMetrics } from '#metrics/prometheus.js';
import { rabbitmqMetrics } from '#metrics/rabbitmq.js';
import { redisExporterMetrics } from '#metrics/redis-exporter.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, gauge, histogram } from '#promql/metric/declare.js';
import { count, percent, perSecond, seconds } from '#promql/unit/limit.js';
import { run } from '#proof/tools/run.js';
import { canteenMetrics } from './canteen.js';

const here = { namespace: 'club' };
const of = (service: string) => ({ ...here, service });

const limits = { errors: percent(5), latency: seconds(2) };

const clubMetrics = catalog({
  orders: counter('club_orders_total', { help: 'Orders taken', labels: ['status'] }),
  open: gauge('club_open', { help: 'What is open' }),
  vital: histogram('club_vital_seconds', { help: 'A vital', labels: ['page'], buckets: [1, 2, 4, 8] }),
});
const own = narrowed(clubMetrics, here);
const canteen = narrowed(canteenMetrics, of('worker'));
const logging = narrowed(
  { ...elasticsearchExporterMetrics, ...elasticsearchIndexMetrics, ...scrapeMetrics },
  here,
);
const machine = narrowed(nodeExporterMetrics, here);
const activity = {
  what: { ko: '주문', en: 'orders' },
  during: hours({ days: ['monday'], from: '09:00', to: '18:00', timeZone: 'Asia/Seoul' }),
};

/** Every pack that is not of Kubernetes' own things, in such a place. */
const packsAt = (place?: Place) => {
  const subject = called('Club', place);
  const postgres = narrowed(postgresExporterMetrics, of('postgres-exporter'));
  const redis = narrowed(redisExporterMetrics, of('redis-exporter'));
  return {
    http: httpAlerts(subject, { ...narrowed(canteenMetrics, of('fastapi')), status: 'status_code' }, limits),
    single: {
      databaseDown: databaseDown(subject, postgres),
      connectionsExhausted: connectionsExhausted(subject, postgres, { used: percent(90) }),
      tooManyConnections: tooManyConnections(subject, postgres, { most: count(100) }),
      redisDown: redisDown(subject, redis),
      targetDown: targetDown(subject, narrowed(scrapeMetrics, here), { jobs: ['fastapi', 'redis'] }),
      serviceDown: serviceDown(subject, narrowed(scrapeMetrics, here), { jobs: ['fastapi'] }),
      rabbitmqDown: rabbitmqDown(subject, narrowed(scrapeMetrics, of('rabbitmq'))),
      uploadFailed: uploadFailed(subject, { ...canteen, ...narrowed(scrapeMetrics, here) }),
      nothingDone: nothingDone(subject, { done: own.orders, ...narrowed(scrapeMetrics, here) }, activity),
      noActiveConnections: noActiveConnections(subject, { connections: own.open }, activity),
      nginxDown: nginxDown(subject, narrowed(nginxExporterMetrics, of('nginx-exporter'))),
      databasePoolExhausted: databasePoolExhausted(
        subject,
        { inUse: own.open },
        { size: count(30), used: percent(90) },
      ),
      tooManyRequestsInFlight: tooManyRequestsInFlight(subject, { duration: own.vital }, { most: count(3) }),
      tooManySessions: tooManySessions(subject, { sessions: own.open }, { most: count(1000) }),
      noLogsArriving: noLogsArriving(subject, logging, {
        logs: { pattern: /logs-.+/, names: ['logs-api'] },
      }),
    },
    cache: cacheAlerts(subject, redis, { memory: percent(80), hits: percent(70) }),
    queues: queueAlerts(subject, narrowed(rabbitmqMetrics, of('rabbitmq')), {
      work: ['orders'],
      waiting: count(1000),
      deadLetter: { pattern: /dead/, names: ['dead'] },
    }),
    celery: celeryAlerts(subject, canteen, { failures: percent(10), duration: seconds('1m') }),
    outsideApi: outsideApiAlerts(
      subject,
      { requests: canteen.gptRequests, duration: canteen.gptDuration },
      { errors: percent(10), latency: seconds(30) },
    ),
    availability: slo('Availability', {
      application: 'club',
      subject,
      title: { ko: '가용성', en: 'Availability' },
      sli: events({
        total: own.orders,
        bad: own.orders.where({ status: '500' }),
        failures: { ko: '실패한 주문', en: 'orders that failed' },
        example: { good: { status: '200' }, bad: { status: '500' } },
      }),
      objective: percent(99.9),
    }).alerts,
    web: webVitalAlerts(
      subject,
      { firstContentfulPaint: own.vital, timeToInteractive: own.vital },
      { fcp: seconds(1.5), tti: seconds(4) },
    ),
    elasticsearch: elasticsearchAlerts(subject, logging),
    machine: {
      hostDiskSpaceLow: hostDiskSpaceLow(subject, machine, { left: percent(10) }),
      hostMemoryHigh: hostMemoryHigh(subject, machine, { used: percent(90) }),
      hostCpuHigh: hostCpuHigh(subject, machine, { busy: percent(70) }),
      hostDiskBusy: hostDiskBusy(subject, machine, { operations: perSecond(1000) }),
    },
  };
};

const host = dockerCompose('club');
const club = packsAt(host);
const groupOf = (packs: ReturnType<typeof packsAt>) =>
  group('club', { interval: '15s', packs: Object.values(packs) });
const onHost = groupOf(club).alerts.filter(isOwn);
const onCluster = groupOf(packsAt()).alerts.filter(isOwn);
const named = (alerts: readonly OwnRule[]) => alerts.map((alert) => [alert.name, alert] as const);
const languages = ['ko', 'en'] as const;

/** All that a person reads of an alert, but not its expressions. */
const read = ({ texts, runbook }: OwnRule, language: Language): string =>
  [...Object.values(inLanguage(texts, language)), ...Object.values(inLanguage(runbook, language))]
    .join('\n')
    .replaceAll(/```promql\n.*?\n```/gs, '');
const commandsOf = ({ runbook }: OwnRule): string =>
  [...inLanguage(runbook, 'en').check.matchAll(/```sh\n(.*?)\n```/gs)].map(([, lines]) => lines).join('\n');

// Docker has volumes too, and Elasticsearch replicas of its shards, which are called so.
const ofKubernetes =
  /Kubernetes|쿠버네티스|kubectl|crictl|\bpods?\b|파드|ServiceMonitor|\bService\b|Deployment|Secret|(replica|레플리카)(?! ?(shard|샤드))|(?<![Dd]ocker |--)(볼륨|volume)|namespace|네임스페이스|\bevents\b|이벤트|rollout/;
const ofDocker = /docker|compose|컨테이너|container\b|\.env|prometheus\.yml/i;

describe.each(languages)('in %s', (language) => {
  test.each(named(onHost))('%s of a host with Docker says nothing of Kubernetes', (_, alert) => {
    expect(read(alert, language)).not.toMatch(ofKubernetes);
  });

  test.each(named(onCluster))('%s of a cluster says nothing of Docker', (_, alert) => {
    // How much each container of a pod takes is asked of Kubernetes.
    expect(read(alert, language).replace('top pod --containers', '')).not.toMatch(ofDocker);
  });
});

/**
 * Runs an alert's commands where `docker` is this instead. From standard input, as if they were pasted: whatever reads it takes
 * the commands that follow.
 */
const runWith = (docker: string, alert: OwnRule) =>
  run('bash', ['-u', '-s'], { input: `docker() { ${docker}; }\n${commandsOf(alert)}\n` });

/** The calls of `docker` that a shell makes, each argument in brackets. `docker compose exec` reads its standard input. */
const calls = async (alert: OwnRule): Promise<readonly string[]> => {
  const told = String.raw`{ printf '[%s]' "$@"; echo; case "$*" in *' exec '*) cat ;; esac; } >&2`;
  const { stderr } = await runWith(told, alert);
  return stderr.trimEnd().split('\n');
};

describe('commands for a host with Docker', () => {
  test.each(named(onHost))('are understood by a shell: %s', async (_, alert) => {
    const { exitCode, stderr } = await run('bash', ['-n', '-s'], { input: commandsOf(alert) });
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test('look at the database in the project of the application, at its exporter in that of the monitoring', async () => {
    expect(await calls(club.single.databaseDown)).toEqual([
      '[compose][-p][club][ps][--all]',
      '[compose][-p][club][logs][--tail=100][the database of the list]',
      '[compose][-p][club][exec][-T][the database of the list][pg_isready]',
      expect.stringMatching(
        /^\[compose]\[-p]\[club]\[exec]\[-T]\[the database of the list]\[sh]\[-c]\[PGPASSWORD="\$POSTGRES_PASSWORD" psql -U "\$\{POSTGRES_USER:-postgres}" [^\]]* -c "select [^"\]]*"]$/,
      ),
      '[compose][-p][club-monitoring][logs][--tail=20][postgres-exporter]',
    ]);
  });

  test('leave the password to the shell inside, which knows it', async () => {
    expect(await calls(club.single.redisDown)).toContain(
      '[compose][-p][club][exec][-T][the Redis of the list][sh][-c][REDISCLI_AUTH="$REDIS_PASSWORD" redis-cli ping]',
    );
  });

  test('look at the service that exports what is watched', async () => {
    expect(await calls(club.http.highErrorRate)).toEqual([
      '[compose][-p][club][ps][--all]',
      '[compose][-p][club][logs][--since=15m][fastapi]',
      '[compose][-p][club][images]',
    ]);
  });

  test('ask Prometheus, and then what it asks', async () => {
    expect(await calls(club.single.targetDown)).toEqual([
      '[compose][-p][club][ps][--all]',
      '[compose][-p][club-monitoring][ps][--all]',
      '[compose][-p][club-monitoring][exec][-T][prometheus][wget][-qO-][http://localhost:9090/api/v1/targets?state=active]',
      '[compose][-p][club-monitoring][exec][-T][prometheus][wget][-qO-][a scrapeUrl of the list]',
    ]);
  });

  test('show which target cannot be scraped, and why', async () => {
    // As Prometheus 2.42 answers.
    const answer = String.raw`{"status":"success","data":{"activeTargets":[{"discoveredLabels":{"__address__":"fastapi:8000","job":"fastapi"},"labels":{"instance":"fastapi:8000","job":"fastapi"},"scrapePool":"fastapi","scrapeUrl":"http://fastapi:8000/metrics","globalUrl":"http://fastapi:8000/metrics","lastError":"Get \"http://fastapi:8000/metrics\": dial tcp: lookup fastapi on 127.0.0.11:53: no such host","lastScrape":"2026-11-22T13:45:03.380020321Z","health":"down"},{"labels":{"job":"redis"},"scrapeUrl":"http://redis-exporter:9121/metrics","lastError":"","health":"up"}],"droppedTargets":[]}}`;
    const { stdout } = await runWith(
      `case "$*" in */targets*) echo '${answer}' ;; esac`,
      club.single.targetDown,
    );
    expect(stdout.trimEnd().split('\n')).toEqual([
      '"scrapeUrl":"http://fastapi:8000/metrics"',
      String.raw`"lastError":"Get \"http://fastapi:8000/metrics\": dial tcp: lookup fastapi on 127.0.0.11:53: no such host"`,
      '"scrapeUrl":"http://redis-exporter:9121/metrics"',
    ]);
  });

  test('look into the queues, and say where their page is', async () => {
    expect(await calls(club.queues.deadLettersWaiting)).toEqual([
      '[compose][-p][club][ps][--all]',
      '[compose][-p][club][exec][-T][the RabbitMQ of the list][rabbitmqctl][list_queues][name][messages]',
      '[compose][-p][club][logs][--since=1h][a worker of the list]',
      '[compose][-p][club][port][the RabbitMQ of the list][15672]',
    ]);
  });

  test('ask a worker for its tasks, and how much each takes', async () => {
    expect(await calls(club.celery.taskSlow)).toEqual([
      '[compose][-p][club][ps][--all]',
      '[compose][-p][club][exec][-T][worker][celery][-A][module of the Celery application][inspect][active]',
      '[stats][--no-stream]',
    ]);
  });

  test('show what runs while an error budget burns', async () => {
    expect(await calls(club.availability.burn1h)).toEqual(['[compose][-p][club][ps][--all]']);
  });

  test.each([
    ['the alert says', ['service'], "SERVICE='label service of the alert'"],
    ['a person chooses', [], "SERVICE='a service of the list'"],
  ] as const)('name the service that %s', (_, by, line) => {
    const http = { ...canteenMetrics, by, status: 'status_code' } as const;
    const { highErrorRate } = httpAlerts(called('Club', host), http, limits);
    expect(commandsOf(highErrorRate).split('\n')).toContain(line);
  });
});

describe('commands for the machine itself', () => {
  const saidOf = (packs: ReturnType<typeof packsAt>) =>
    alertsOf(packs.machine).map(({ runbook }) => runbook?.en?.check);
  const each = (said: string) => alertsOf(club.machine).map(() => expect.stringContaining(said));

  test('are typed on the host, by SSH', () => {
    const said = 'Type this on the host that `instance` of the alert names. Come in by SSH.';
    expect(saidOf(club)).toEqual(each(said));
  });

  test('are typed on the node of a cluster, into which kubectl leads too', () => {
    const said =
      'Type this on the node that `instance` of the alert names. Come in by SSH, or by `kubectl debug node/NAME ';
    expect(saidOf(packsAt())).toEqual(each(said));
  });
});

test.each(['Club', 'club.org', '-club', ''])('%j is refused, which Compose does not take', (project) => {
  expect(() => dockerCompose(project)).toThrow(
    `'${project}' is no name of a Compose project, which has lower-case letters, digits, - and _ only`,
  );
});
