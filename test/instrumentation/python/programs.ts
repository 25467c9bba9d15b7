import type { Program } from '../firing/program.js';
import { boardApplication } from './board-application.js';
import { running } from './running.js';
import { type Send, inDjango, inUvicorn, withWorker } from './servers.js';
import { applicationOf, moduleOf } from '../estate.js';

const ecoeco = applicationOf('ecoeco');
const ofEcoeco = moduleOf('ecoeco', 'monitoring');
const observer = applicationOf('observer');
const ofObserver = moduleOf('observer', 'monitoring');
const sogangcomputerclub = applicationOf('sogangcomputerclub');
const ofClub = moduleOf('sogangcomputerclub', 'monitoring');

/** Asks, and waits for all of the answer. */
const asks =
  (path: string) =>
  async (url: string): Promise<unknown> =>
    (await fetch(`${url}${path}`)).text();

/** Asks at once so many times: what is slow is seen by many who wait for it. */
const asksAtOnce =
  (path: string, times = 5) =>
  (url: string): Promise<unknown> =>
    Promise.all(Array.from({ length: times }, () => asks(path)(url)));

const noonInSeoul = '2026-01-05T03:00:00Z';

const api = { application: ecoeco, scrape: 'api-services', labels: { service: 'waste-api' } };

/** Tasks go another way than over HTTP: by whoever sends them to the worker that answers at a URL. */
const senders = new Map<string, Send>();
const sends =
  (...task: Parameters<Send>) =>
  (url: string): Promise<unknown> =>
    senders.get(url)?.(...task) ?? Promise.reject(new Error(`no worker answers at ${url}`));

/** The programs in which generated Python is tried, each with its faults. */
export const programs: readonly Program[] = [
  {
    name: 'an API of ecoeco in FastAPI',
    ...api,
    running: (use) => running(inUvicorn('api', ofEcoeco), ({ url }) => use(url)),
    causes: [
      {
        alert: 'APIHighErrorRate',
        usual: asks('/items/1'),
        fault: asks('/fails'),
        factor: 60,
        isAlwaysTried: true,
      },
      { alert: 'APIHighLatency', usual: asks('/items/1'), fault: asksAtOnce('/slow') },
      { alert: 'GPTAPIErrorRate', usual: asks('/asks/true'), fault: asks('/asks/false') },
    ],
  },
  {
    name: 'a worker of ecoeco in Celery',
    application: ecoeco,
    scrape: 'worker-services',
    labels: { service: 'storage-worker' },
    running: (use) =>
      withWorker(async ({ url }, send) => {
        senders.set(url, send);
        return use(url).finally(() => senders.delete(url));
      }),
    causes: [
      {
        alert: 'S3UploadFailure',
        usual: sends('storage.uploads', true),
        fault: sends('storage.uploads', false),
      },
    ],
  },
  {
    name: 'observer in FastAPI',
    application: observer,
    scrape: 'observer',
    labels: { namespace: 'observer-prod' },
    running: (use) => running(inUvicorn('collector', ofObserver), ({ url }) => use(url)),
    causes: [
      { alert: 'ObserverHighErrorRate', usual: asks('/ticks'), fault: asks('/fails') },
      { alert: 'ObserverHighLatency', usual: asks('/ticks'), fault: asksAtOnce('/slow') },
      {
        alert: ['ObserverNoActiveConnections', 'ObserverNoDataWritten'],
        usual: asks('/ticks'),
        fault: asks('/hangs-up'),
        at: noonInSeoul,
      },
    ],
  },
  {
    name: 'sogangcomputerclub in FastAPI',
    application: sogangcomputerclub,
    scrape: 'fastapi',
    running: (use) => running(inUvicorn('club', ofClub), ({ url }) => use(url)),
    causes: [
      { alert: 'HighErrorRate', usual: asks('/memos/1'), fault: asks('/fails') },
      { alert: 'DatabasePoolExhausted', usual: asks('/memos/1'), fault: asks('/exhausts') },
    ],
  },
  {
    name: 'a board in Django',
    application: boardApplication,
    scrape: 'board',
    running: (use) => running(inDjango, ({ url }) => use(url)),
    causes: [
      { alert: 'HighErrorRate', usual: asks('/menus/1/'), fault: asks('/raises/') },
      { alert: 'HighLatency', usual: asks('/menus/1/'), fault: asksAtOnce('/slow/?seconds=2') },
    ],
  },
];
