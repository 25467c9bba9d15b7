import type { Render } from '#instrumentation/render.js';
import { initFile } from './init.js';
import { metricsFile } from './metrics.js';
import { operationsFile } from './operations.js';
import { pathsFile } from './paths.js';
import { readmeFile } from './readme.js';
import { recordFile } from './record.js';
import { django } from './support/django.js';
import { endpoints, exposition, gunicorn } from './support/exposition.js';
import { health } from './support/health.js';
import { http, routes } from './support/http.js';
import { logs } from './support/logs.js';
import { measured } from './support/measured.js';
import { processes } from './support/processes.js';
import { once, requestId, threads, tracing } from './support/small.js';
import { tasks, worker } from './support/tasks.js';
import { snake } from './text.js';

/** A package of Python with prometheus_client: the facts of its catalogues in `metrics.py`, and what counts by them. */
export const pythonFiles: Render = (described, { name: application, title }) => {
  const { framework, server, operations, exportedBy } = described;
  const isCounting = exportedBy === undefined;
  const modules = {
    '__init__.py': initFile(described, title),
    'paths.py': pathsFile(described),
    'processes.py': processes,
    'threads.py': threads,
    'tracing.py': tracing,
    'request_id.py': requestId,
    'exposition.py': exposition,
    'endpoints.py': endpoints,
    'health.py': health,
    'logs.py': logs,
    ...(isCounting && {
      'once.py': once,
      'metrics.py': metricsFile(described),
      'record.py': recordFile(described),
    }),
    ...(framework && { 'gunicorn.py': gunicorn(snake(described.name)) }),
    ...(server && { 'http.py': http, 'routes.py': routes }),
    ...(framework === 'django' && { 'django.py': django(server !== undefined) }),
    ...(described.tasks && { 'tasks.py': tasks, 'worker.py': worker }),
    ...(Object.keys(operations).length > 0 && {
      'measured.py': measured,
      'operations.py': operationsFile(described),
    }),
  };
  const note = `# Made by \`cheomseong synth\` for ${application}: changes here are lost.\n`;
  return {
    ...Object.fromEntries(Object.entries(modules).map(([path, text]) => [path, `${note}${text}`])),
    'README.md': readmeFile(described, title),
  };
};
