import type { Instrumentation } from '#application/instrumentation/instrumentation.js';

/** What every route handler says of itself: it is asked anew each time, in Node. Next.js reads both where they stand only. */
const settings = `export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';
`;

const folderOf = (path: string): string => `app${path.replace(/\/$/, '')}`;

/** The way from a route handler to what it answers with. */
const up = (path: string): string => '../'.repeat(folderOf(path).split('/').length);

const metricsRoute = (to: string): string => `import { exposition } from '${to}monitoring/exposition';

${settings}
/** For Prometheus. */
export const GET = async (): Promise<Response> => {
  const { text, type } = await exposition();
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
`;

const healthRoute = `${settings}
/** Whether the process lives: that it answers says so. */
export const GET = (): Response =>
  new Response('ok', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
`;

const readyRoute = (to: string): string => `import { readiness } from '${to}monitoring/readiness';

${settings}
/** Whether somebody may be sent here: what the checks of readyWhen find. */
export const GET = async (): Promise<Response> => {
  const found = await readiness();
  return Response.json(found, { status: found.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
`;

const vitalsRoute = (to: string): string => `import { takeReport } from '${to}monitoring/vitals';

${settings}
/** The proxy nearest to us writes last whom it serves; Next.js does, where there is none. */
const clientOf = ({ headers }: Request): string =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';

async function* chunks({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // What is too large is not read on.
    await reader.cancel().catch(() => undefined);
  }
}

/** What browsers report. */
export const POST = async (request: Request): Promise<Response> => {
  const status = await takeReport({
    header: (name) => request.headers.get(name),
    client: clientOf(request),
    body: chunks(request),
  });
  return new Response(null, {
    status,
    headers: { 'cache-control': 'no-store', ...(status === 429 && { 'retry-after': '60' }) },
  });
};
`;

/** The route handlers of Next.js, at the paths at which they are asked. */
export const routeFiles = ({ paths, vitals }: Instrumentation): Readonly<Record<string, string>> => {
  const at = (path: string): string => `${folderOf(path)}/route.ts`;
  return {
    [at(paths.metrics)]: metricsRoute(up(paths.metrics)),
    [at(paths.health)]: healthRoute,
    [at(paths.ready)]: readyRoute(up(paths.ready)),
    ...(vitals && { [at(vitals.path)]: vitalsRoute(up(vitals.path)) }),
  };
};
