import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { snake } from './text.js';

const ofAsgi = (
  counts: boolean,
  hasValues: boolean,
): string => `def setup_monitoring(app: App, service_name: str) -> App:
    """
    Sets up an application of Starlette or FastAPI: ${counts ? 'counts its requests, answers' : 'answers'}
    machines, and writes logs as JSON. Where in the program it is called, and which
    middlewares are added later, makes no difference.
    """
    from .endpoints import Endpoints
${counts ? '    from .http import CountedRequests\n' : ''}    from .logs import setup_logs

    if getattr(app.state, "is_monitored", False):
        return app
    app.state.is_monitored = True
    setup_logs(service_name)
${hasValues ? '    record.values()\n' : ''}    build = app.build_middleware_stack

    def built() -> Endpoints:
        return ${counts ? 'Endpoints(CountedRequests(build(), lambda: app.routes))' : 'Endpoints(build())'}

    # Around all others, the framework's own that answers for exceptions included.
    setattr(app, "build_middleware_stack", built)
    if app.middleware_stack is not None:
        app.middleware_stack = built()
    return app
`;

const ofDjango = (
  counts: boolean,
  hasValues: boolean,
): string => `def setup_monitoring(middleware: Iterable[str], service_name: str) -> list[str]:
    """
    Sets up Django in its settings: ${counts ? 'counts its requests, answers' : 'answers'} machines, and writes
    logs as JSON: MIDDLEWARE = setup_monitoring([…], "service").
    """
    from .logs import setup_logs

    setup_logs(service_name)
${hasValues ? '    record.values()\n' : ''}    return [f"{__name__}.django.MonitoringMiddleware", *middleware]
`;

const ofWorkers = `def setup_worker(app: Celery, service_name: str, port: int = 8000) -> Celery:
    """
    Sets up the workers of a Celery application: counts its tasks, answers machines at a
    port (METRICS_PORT tells another), and writes logs as JSON. In a program that only
    sends tasks it does nothing.
    """
    from .tasks import count_tasks, serve_worker

    count_tasks(app)
    serve_worker(service_name, port)
    return app
`;

/** What code imports of the package. */
export const initFile = (described: Instrumentation, title: string): string => {
  const { framework, server, tasks, operations, values } = described;
  const isDjango = framework === 'django';
  const functions = Object.keys(operations).map(snake);
  const words = [
    ...(framework ? ['setup_monitoring'] : []),
    ...(tasks ? ['setup_worker'] : []),
    'ready_check',
    ...functions,
  ];
  const typed = [
    ...(tasks ? ['    from celery import Celery'] : []),
    ...(framework && !isDjango
      ? ['    from starlette.applications import Starlette', '', '    App = TypeVar("App", bound=Starlette)']
      : []),
  ];
  const typing = [
    ...(typed.length > 0 ? ['TYPE_CHECKING'] : []),
    ...(isDjango ? ['Iterable'] : []),
    ...(framework && !isDjango ? ['TypeVar'] : []),
  ];
  const records = values.length > 0 && framework !== undefined;
  return `"""How ${title} is monitored: README.md says how it is set up."""

from __future__ import annotations

${typing.length > 0 ? `from typing import ${typing.join(', ')}\n\n` : ''}from . import processes  # noqa: F401  Before prometheus_client is imported.
${records ? 'from . import record\n' : ''}from .health import ready_check
${functions.length > 0 ? `from .operations import ${[...functions].sort().join(', ')}\n` : ''}${
    typed.length > 0 ? `\nif TYPE_CHECKING:\n${typed.join('\n')}\n` : ''
  }
__all__ = [
${[...words]
  .sort()
  .map((word) => `    "${word}",`)
  .join('\n')}
]

${[
  ...(framework
    ? [
        isDjango
          ? ofDjango(server !== undefined, values.length > 0)
          : ofAsgi(server !== undefined, values.length > 0),
      ]
    : []),
  ...(tasks ? [ofWorkers] : []),
]
  .map((each) => `\n${each}`)
  .join('\n')}`;
};
