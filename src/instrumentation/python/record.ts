import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { HttpServer } from '#application/instrumentation/server.js';
import type { Tasks } from '#application/instrumentation/tasks.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { type Told, statement } from './child.js';
import { metricFunction } from './metrics.js';

/** How servers fail: by an exception, by what is behind them, for want of room, too late. */
const failures = ['500', '502', '503', '504'];

const byRoute = ({ route, status }: HttpServer): Told => ({
  method: 'method',
  [route]: 'route',
  [status]: 'status',
});

const knownRoute = (server: HttpServer): string => {
  const { requests, status } = server;
  const all = [requests, server.duration, server.inFlight, server.requestSize, server.responseSize];
  const labelled = all.filter((each): each is AnyMetric => each !== undefined);
  const ofStatus = labelled.filter(({ info }) => info.ownLabels.includes(status));
  const others = labelled.filter((each) => !ofStatus.includes(each));
  return `def known_route(method: str, route: str) -> None:
    """Makes the series of a route: at 0, its failures too."""
    for status in (${failures.map((each) => `"${each}"`).join(', ')}):
${ofStatus.map((each) => statement('        ', each, byRoute(server), '')).join('\n')}
${others.map((each) => `${statement('    ', each, byRoute(server), '')}\n`).join('')}`;
};

const requestBegan = (server: HttpServer): string =>
  server.inFlight
    ? `def request_began(method: str, route: str) -> Callable[[], None]:
    """Tells of a request that is being answered, until what it returns is called."""
${statement('    ', server.inFlight, byRoute(server), '', 'in_flight = ')}
    in_flight.inc()
    return in_flight.dec
`
    : `def request_began(method: str, route: str) -> Callable[[], None]:
    """Nothing tells of requests that are being answered."""
    return lambda: None
`;

const requestEnded = (server: HttpServer): string => {
  const observed = (metric: AnyMetric | undefined, done: string): readonly string[] =>
    metric ? [statement('    ', metric, byRoute(server), done)] : [];
  const timed =
    server.duration?.info.kind === 'histogram' ? '.observe(seconds, exemplar)' : '.observe(seconds)';
  return `def request_ended(
    *,
    method: str,
    route: str,
    status: str,
    seconds: float,
    received: int,
    sent: int,
    exemplar: dict[str, str] | None,
) -> None:
    """Counts a request: its status, seconds, and the bytes of both bodies."""
${[
  ...observed(server.requests, '.inc()'),
  ...observed(server.duration, timed),
  ...observed(server.requestSize, '.observe(received)'),
  ...observed(server.responseSize, '.observe(sent)'),
].join('\n')}
`;
};

const tasksOf = ({ tasks, duration }: Tasks): readonly string[] => {
  const told = { task: 'name', status: 'status' };
  const perStatus = [tasks, ...(duration ? [duration] : [])];
  const of = (labelled: boolean) =>
    perStatus.filter(({ info }) => info.ownLabels.includes('status') === labelled);
  const statuses = (tasks.info.values['status'] ?? ['success', 'failure', 'retry']).map(
    (each) => `"${each}"`,
  );
  return [
    `def known_task(name: str) -> None:
    """Makes the series of a task, at 0."""
    for status in (${statuses.join(', ')}):
${of(true)
  .map((each) => statement('        ', each, told, ''))
  .join('\n')}
${of(false)
  .map((each) => `${statement('    ', each, told, '')}\n`)
  .join('')}`,
    `def task_ended(
    name: str,
    status: str,
    seconds: float | None,
    exemplar: dict[str, str] | None,
) -> None:
    """Counts a task, and the seconds that it took where they are known."""
${statement('    ', tasks, told, '.inc()')}
${duration ? `    if seconds is not None:\n${statement('        ', duration, told, '.observe(seconds, exemplar)')}\n` : ''}`,
  ];
};

const valuesOf = (values: readonly AnyMetric[]): readonly string[] =>
  values.length === 0
    ? []
    : [
        `def values() -> None:
    """Makes what the application's own code tells: it is there from the start."""
${values.map((each) => `    metrics.${metricFunction(each)}()`).join('\n')}
`,
      ];

/** How what happens is recorded by the metrics of its catalogues: what the rest of the package counts by. */
export const recordFile = ({
  server,
  tasks,
  values,
}: Instrumentation): string => `"""Which metrics tell of what: by these functions the rest of the package counts."""

from __future__ import annotations

${server ? 'from typing import Callable\n\n' : ''}from . import metrics

${[
  ...valuesOf(values),
  ...(server ? [knownRoute(server), requestBegan(server), requestEnded(server)] : []),
  ...(tasks ? tasksOf(tasks) : []),
]
  .map((each) => `\n${each.trimEnd()}\n`)
  .join('\n')}`;
