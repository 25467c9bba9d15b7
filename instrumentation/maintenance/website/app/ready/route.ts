// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { readiness } from '../../monitoring/readiness';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** Whether somebody may be sent here: what the checks of readyWhen find. */
export const GET = async (): Promise<Response> => {
  const found = await readiness();
  return Response.json(found, { status: found.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
