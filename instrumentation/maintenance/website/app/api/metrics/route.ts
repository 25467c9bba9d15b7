// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { exposition } from '../../../monitoring/exposition';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** For Prometheus. */
export const GET = async (): Promise<Response> => {
  const { text, type } = await exposition();
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
