// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { go, python, typescript } from '#application/instrumentation/made.js';
import { celeryTasks } from '#application/instrumentation/tasks.js';
import { operation } from '#application/instrumentation/operation.js';
import { serving } from '#application/instrumentation/server.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, histogram } from '#promql/metric/declare.js';

const metrics = catalog({
  requests: counter('till_requests_total', { help: 'Requests.', labels: ['method', 'path', 'status'] }),
  duration: histogram('till_request_duration_seconds', {
    help: 'Time to answer.',
    labels: ['method', 'path'],
    buckets: [1, 2],
  }),
  tasks: counter('till_tasks_total', { help: 'Tasks.', labels: ['task', 'status'] }),
});
const { requests, duration, tasks } = metrics;

serving({ requests, duration, route: 'path' });
// @ts-expect-error Requests that have no such route.
serving({ requests, duration, route: 'route' });
// @ts-expect-error A status by another name.
serving({ requests, duration, route: 'path', status: 'code' });
// @ts-expect-error Times in the place of requests.
serving({ requests: duration, route: 'path' });
// @ts-expect-error Tasks that may end in any way at all: nobody could make the first failure of each an increase.
celeryTasks({ tasks });
// @ts-expect-error An end that is told by a label that is not there.
operation({ done: requests, outcome: { label: 'outcome', success: '200', failure: '500' } });

python('monitoring', { catalogs: [metrics], framework: 'fastapi' });
// @ts-expect-error A framework of Python.
go('monitoring', { catalogs: [metrics], framework: 'fastapi' });
// @ts-expect-error Celery is Python's.
typescript('website', { catalogs: [metrics], tasks: celeryTasks({ tasks }) });
