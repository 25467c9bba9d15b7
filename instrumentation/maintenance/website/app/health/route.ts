// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** Whether the process lives: that it answers says so. */
export const GET = (): Response =>
  new Response('ok', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } });
