import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { metricFunction } from './metrics.js';
import { snake } from './text.js';

/** A module under the name of its package. */
type Named = Instrumentation;

const code = (text: string): string => `\`\`\`python\n${text}\n\`\`\``;

const packages = ({ framework, tasks, exportedBy }: Instrumentation): string =>
  [
    'prometheus_client ≥ 0.16',
    'structlog ≥ 22.1',
    ...(framework
      ? [framework === 'django' ? 'Django' : framework === 'fastapi' ? 'FastAPI' : 'Starlette']
      : []),
    ...(tasks ? ['Celery ≥ 5.2'] : []),
    ...(exportedBy === undefined ? [] : [exportedBy]),
  ].join(', ');

/** In the order that it wants: it times between its first middleware and its last. */
const besideDjangoPrometheus = (name: string): readonly string[] => [
  code(`# settings.py
from ${name} import setup_monitoring

INSTALLED_APPS += ["django_prometheus"]
MIDDLEWARE = setup_monitoring(
    [
        "django_prometheus.middleware.PrometheusBeforeMiddleware",
        *MIDDLEWARE,
        "django_prometheus.middleware.PrometheusAfterMiddleware",
    ],
    "service-name",
)`),
  'Queries and the cache are counted by its backends: in `DATABASES`, an `ENGINE` of `django.db.backends.postgresql` becomes `django_prometheus.db.backends.postgresql`; in `CACHES`, a `BACKEND` becomes the one of the same name below `django_prometheus.cache.backends`. For Redis without django-redis that is `django_prometheus.cache.backends.redis.NativeRedisCache`, whose module wants django-redis installed all the same; its newest source calls it `RedisCache`, and wants no django-redis. Its own URLs are not needed.',
];

const mounted = ({ framework, name, exportedBy }: Named): readonly string[] =>
  framework === undefined
    ? []
    : framework === 'django' && exportedBy === 'django-prometheus'
      ? besideDjangoPrometheus(name)
      : framework === 'django'
      ? [
          code(
            `# settings.py\nfrom ${name} import setup_monitoring\n\nMIDDLEWARE = setup_monitoring(MIDDLEWARE, "service-name")`,
          ),
        ]
      : [code(`from ${name} import setup_monitoring\n\nsetup_monitoring(app, "service-name")`)];

const worked = ({ tasks, name }: Named): readonly string[] =>
  tasks
    ? [
        'Where the Celery application is made; the worker answers at port 8000, or at `METRICS_PORT`:',
        code(`from ${name} import setup_worker\n\nsetup_worker(celery_app, "service-name")`),
      ]
    : [];

const operated = ({ operations, name }: Named): readonly string[] => {
  const all = Object.entries(operations);
  if (all.length === 0) return [];
  const lines = all.flatMap(([key, { labels }]) => {
    const called = snake(key);
    const told = labels.map((label) => `${label}="…"`).join(', ');
    return `${called}_measured = ${called}(${told})  # above a function: @${called}(${told}); in one: with ${called}_measured(): …`;
  });
  const imported = all.map(([key]) => snake(key)).join(', ');
  return [
    'What it does and waits for, each made once, where the program starts:',
    code([`from ${name} import ${imported}`, '', ...lines].join('\n')),
  ];
};

const own = ({ values, name, exportedBy }: Named): readonly string[] => {
  if (exportedBy !== undefined || values.length === 0) return [];
  const verbs = {
    counter: 'inc()',
    gauge: 'set(…)',
    histogram: 'observe(…)',
    summary: 'observe(…)',
  } as const;
  const lines = values.map((each) => {
    const { kind, ownLabels, unit } = each.info;
    const verb = kind === 'counter' && unit !== 'count' ? 'inc(amount)' : verbs[kind];
    const labels =
      ownLabels.length > 0 ? `.labels(${ownLabels.map((label) => `${label}="…"`).join(', ')})` : '';
    return `metrics.${metricFunction(each)}()${labels}.${verb}`;
  });
  return ['What only its own code knows:', code([`from ${name} import metrics`, '', ...lines].join('\n'))];
};

/** How the package is set up, in ten lines. */
export const readmeFile = (module: Instrumentation, title: string): string => {
  const described: Named = { ...module, name: snake(module.name) };
  const { name, paths, framework, tasks, exportedBy } = described;
  const recycled = [
    ...(framework ? ["gunicorn's `max_requests`"] : []),
    ...(tasks ? ["Celery's `worker_max_tasks_per_child`"] : []),
  ].join(', ');
  const several = [
    ...(framework ? ['gunicorn with several workers'] : []),
    ...(tasks ? ["Celery's own pool of processes"] : []),
  ].join(' and ');
  return `${[
    `# ${title}: \`${name}\``,
    `Made by \`cheomseong synth\`: copy the folder beside your code as the package \`${name}\`, and change nothing in it. It needs ${packages(described)}; with opentelemetry-api logs and durations tell their traces.`,
    ...(exportedBy === undefined
      ? []
      : [`${exportedBy} exports its metrics; this package answers with them, and counts nothing itself.`]),
    ...mounted(described),
    ...worked(described),
    ...operated(described),
    ...own(described),
    `It answers at \`${paths.metrics}\`, \`${paths.health}\` and \`${paths.ready}\`: ready is what \`@ready_check("database")\` above a function finds to be. For ${several || 'several processes'}, set \`PROMETHEUS_MULTIPROC_DIR\` to an empty folder of the container${framework ? `, and write \`from ${name}.gunicorn import child_exit, on_starting\` into \`gunicorn.conf.py\`` : ''}. \`LOG_LEVEL\` is INFO unless told; \`LOG_FILE\` is a file to which logs are written beside stdout, which may be rotated.`,
    `Recycle processes seldom, if at all${recycled ? ` (${recycled})` : ''}: what each has counted stays in that folder until the program is started anew, and each scrape reads all of it.`,
    `Refuse \`${paths.metrics}\` and \`${paths.ready}\` at the proxy in front: Prometheus and Kubernetes ask the pod itself.`,
  ].join('\n\n')}\n`;
};
