import type { Render } from '#instrumentation/render.js';
import { contextFile } from './context.js';
import { exemplarsFile } from './exemplars.js';
import { expositionFile } from './exposition.js';
import { healthFile } from './health.js';
import { logsFile } from './logs.js';
import { metricsFile } from './metrics.js';
import { middlewareFile } from './middleware.js';
import { metricNames, packageName } from './names.js';
import { operationsFile } from './operations.js';
import { poolFile } from './pool.js';
import { readme } from './readme.js';
import { requestsFile } from './requests.js';
import { responseFile } from './response.js';

/** A module in Go: a package with client_golang, from Go 1.19 and client_golang 1.14 on, which Debian 12 has. */
export const goFiles: Render = (described, application) => {
  const { server, pool, operations } = described;
  const name = packageName(described.name);
  const nameOf = metricNames(described);
  return {
    'README.md': readme(described, application),
    'metrics.go': metricsFile(described, application.name, nameOf),
    ...(server && {
      'requests.go': requestsFile(name, server, nameOf),
      'http.go': middlewareFile(name, server),
      'response.go': responseFile(name),
    }),
    ...(Object.keys(operations).length > 0 && { 'operations.go': operationsFile(described, nameOf) }),
    ...(pool && { 'pool.go': poolFile(name, pool, nameOf) }),
    ...((server ?? Object.keys(operations).length > 0) && { 'exemplars.go': exemplarsFile(name) }),
    'context.go': contextFile(name),
    'logs.go': logsFile(name),
    'health.go': healthFile(name),
    'exposition.go': expositionFile(name),
  };
};
