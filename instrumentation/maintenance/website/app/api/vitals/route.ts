// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { takeReport } from '../../../monitoring/vitals';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

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
