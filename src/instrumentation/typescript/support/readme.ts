import type { Instrumentation } from '#application/instrumentation/instrumentation.js';

const nextLines = ({ paths, vitals, server }: Instrumentation): readonly string[] => [
  `- Copy \`app/\` and \`monitoring/\` into the root of the Next.js application, or into its \`src/\`, and \`npm install prom-client\`. \`app/\` answers ${[
    paths.metrics,
    paths.health,
    paths.ready,
    ...(vitals ? [vitals.path] : []),
  ]
    .map((path) => `\`${path}\``)
    .join(', ')}.`,
  ...(vitals
    ? [
        '- In a component with `\'use client\'` that the root layout shows: `useEffect(() => reportPages(), [])`, of `monitoring/browser`.',
      ]
    : []),
  ...(server
    ? [
        "- Each route handler is counted: `export const GET = counted('GET', '/api/notices/[id]', handler)`, of `monitoring/handlers`.",
      ]
    : []),
  "- What must answer before anybody is sent here, in `register()` of Next.js' own `instrumentation.ts`: `readyWhen('database', () => pool.query('select 1'))`, of `monitoring/readiness`.",
  '- It runs in Node, with `next start` as with `output: standalone`: one process is one target. Of several instances Prometheus scrapes each; a load balancer before them must not answer in their place.',
];

const nodeLines = ({ server }: Instrumentation): readonly string[] => [
  '- Copy `monitoring/` beside the sources, and `npm install prom-client`.',
  server
    ? "- `createServer(monitored(listener, { '/notices/[id]': ['GET'] }))`, of `monitoring/http`: paths that are none of these patterns are `unmatched`."
    : '- `createServer(monitored(listener))`, of `monitoring/http`.',
  "- What must answer before anybody is sent here: `readyWhen('database', () => pool.query('select 1'))`, of `monitoring/readiness`.",
  '- One process is one target: workers of `cluster` would each tell their own, and are run as processes with ports of their own instead.',
];

/** What is for those beside it alone, and not for everybody. */
const refused = ({ metrics, ready }: Instrumentation['paths']): string =>
  `- Refuse \`${metrics}\` and \`${ready}\` at the proxy in front: Prometheus and Kubernetes ask the pod itself. In the nginx of a host: \`location = ${metrics} { deny all; }\`, and so for the other.`;

/** How a module is mounted, in ten lines. */
export const readmeFile = (described: Instrumentation, title: string): string => {
  const { operations, framework, name, values, vitals, lighthouse } = described;
  const functions = Object.keys(operations);
  return [
    `# ${title}: ${name}`,
    '',
    "Made from the catalogue: what is changed here is gone with the next synthesis. Names, labels and buckets stand in `monitoring/metrics.ts`.",
    '',
    ...(framework === 'node' ? nodeLines(described) : nextLines(described)),
    ...(functions.length > 0
      ? [`- Around what it waits for: ${functions.map((each) => `\`${each}\``).join(', ')}, of \`monitoring/operations\`.`]
      : []),
    ...(values.length > 0
      ? [`- The application's own code sets ${values.map(({ info }) => `\`${info.name}\``).join(', ')}: \`metrics\`, of \`monitoring/metrics\`.`]
      : []),
    "- Logs: `logger('website').info('started', { port })`, of `monitoring/logs`: a line of JSON each on standard output, and in the file of `LOG_FILE` where that is set (`/var/log/website/website.log`), which is opened anew every few seconds, so that it may be rotated; `forRequest` says of which request they are.",
    refused(described.paths),
    ...(vitals
      ? ['- A proxy in front passes `Sec-Fetch-Site`, `Origin` and `Host` on, and adds whom it serves to `X-Forwarded-For`; several instances without sticky sessions each end a session of their own.']
      : []),
    ...(lighthouse
      ? ['- In CI after `lhci collect`: `node lighthouse.mjs .lighthouseci FILE.prom`, and FILE.prom goes into the folder that node_exporter reads.']
      : []),
    '',
  ].join('\n');
};
