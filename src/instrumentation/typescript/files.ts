import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { Render } from '#instrumentation/render.js';
import { camel } from './code.js';
import { factsFile, factsOf } from './facts.js';
import { allowanceFile } from './support/allowance.js';
import { browserFile } from './support/browser.js';
import { lighthouseFile } from './support/lighthouse.js';
import { expositionFile } from './support/exposition.js';
import { logsFile } from './support/logs.js';
import { nodeFile } from './support/node.js';
import { operationsFile } from './support/operations.js';
import { patternsFile, patternsScript } from './support/patterns.js';
import { readinessFile } from './support/readiness.js';
import { readmeFile } from './support/readme.js';
import { reportFile } from './support/report.js';
import { routeFiles } from './support/routes.js';
import { countingFile, handlersFile } from './support/server.js';
import { hasSessions, sessionsFile } from './support/sessions.js';
import { vitalsFile } from './support/vitals.js';

type Files = Readonly<Record<string, string>>;

const header = (title: string): string =>
  `// Made from the catalogue of ${title}: what is changed here is gone with the next synthesis.\n`;

/** Next.js finds a module by its name alone, Node by that of its file. */
const named = (framework: string | undefined, code: string): string =>
  framework === 'node' ? code : code.replaceAll(/(from '\.[^']*)\.js'/g, "$1'");

const monitoring = (described: Instrumentation, application: string): Files => {
  const { server, vitals, operations, framework, name } = described;
  const facts = factsOf(described);
  const kept = (what: string): string => camel(application, name, what);
  const withSessions = vitals !== undefined && hasSessions(vitals);
  return {
    'metrics.ts': factsFile(described, facts, application),
    'exposition.ts': expositionFile(withSessions),
    'readiness.ts': readinessFile(kept('readiness')),
    'logs.ts': logsFile,
    ...((vitals || server) && { 'patterns.ts': patternsFile }),
    ...(vitals && {
      'vitals.ts': vitalsFile(vitals, facts, kept('allowance')),
      'report.ts': reportFile,
      'allowance.ts': allowanceFile,
      'browser.ts': browserFile(vitals),
    }),
    ...(withSessions && { 'sessions.ts': sessionsFile(vitals, facts, kept('sessions')) }),
    ...(server && { 'counting.ts': countingFile(server, described, facts) }),
    ...(server && framework !== 'node' && { 'handlers.ts': handlersFile }),
    ...(framework === 'node' && { 'http.ts': nodeFile(described) }),
    ...(Object.keys(operations).length > 0 && { 'operations.ts': operationsFile(described, facts) }),
  };
};

/** A module in TypeScript: what is copied into the application, by path. */
export const typescriptFiles: Render = (described, application) => {
  const { framework, lighthouse } = described;
  const code = {
    ...Object.fromEntries(
      Object.entries(monitoring(described, application.name)).map(([path, each]) => [`monitoring/${path}`, each]),
    ),
    ...(framework === 'next' && routeFiles(described)),
  };
  return {
    ...Object.fromEntries(
      Object.entries(code).map(([path, each]) => [path, header(application.title) + named(framework, each)]),
    ),
    ...(lighthouse && { 'lighthouse.mjs': lighthouseFile(lighthouse, patternsScript) }),
    'README.md': readmeFile(described, application.title),
  };
};
