/** What a shop on plain Node writes itself, around its module. */
export const shopServer = `import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logger } from './monitoring/logs.js';
import { monitored } from './monitoring/http.js';
import { metrics } from './monitoring/metrics.js';
import { pay } from './monitoring/operations.js';
import { readyWhen } from './monitoring/readiness.js';

const log = logger('shop');
let stuck = false;
readyWhen('database', () => (stuck ? new Promise(() => undefined) : Promise.resolve()));

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const server = createServer(
  monitored(
    async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
      if (pathname === '/fails') throw new TypeError('no such thing');
      if (pathname === '/breaks') {
        response.write('half');
        throw new Error('broke');
      }
      if (pathname === '/waits') return;
      if (pathname === '/sticks') stuck = true;
      if (pathname === '/sells') metrics.stock.set(41);
      if (pathname === '/logs') {
        const ring: Record<string, unknown> = { level: 'own', size: 10n };
        log.info('first\\nand second', { item: 7, level: 'none', trace_id: 'none' });
        if (searchParams.has('ring')) ring['self'] = ring;
        log.error('failed', { error: new RangeError('too much'), ring });
        log.debug('never said');
      }
      if (pathname === '/pays') {
        const card = searchParams.get('card') === 'visa' ? 'visa' : 'master';
        await pay({ card }, async () => {
          if (searchParams.has('slow')) await wait(80);
          if (searchParams.has('refused')) throw new Error('refused');
          return 1;
        }).catch(() => undefined);
      }
      response.setHeader('content-length', '2').end('ok');
    },
    {
      '/items/[id]': ['GET', 'POST'],
      '/items/new': ['GET'],
      ...Object.fromEntries(
        ['/fails', '/breaks', '/waits', '/sticks', '/sells', '/logs', '/pays'].map((each) => [each, ['GET']]),
      ),
    },
  ),
);
server.listen(0, '127.0.0.1', () => process.stdout.write('port ' + (server.address() as AddressInfo).port + '\\n'));
`;
