import type { Program } from '../firing/program.js';
import { served } from './served.js';
import { applicationOf } from '../estate.js';

const ojeomneo = applicationOf('ojeomneo');

const ask = (query: string) => (url: string) => fetch(`${url}/menus/1${query}`).catch(() => undefined);

/** As many at once as keep coming, however long each takes. */
const askWithoutWaiting =
  (query: string) =>
  (url: string): Promise<void> => {
    void ask(query)(url);
    return Promise.resolve();
  };

/** The programs in which generated Go is tried, each with its faults. */
export const programs: readonly Program[] = [
  {
    name: 'ojeomneo in Go',
    application: ojeomneo,
    scrape: 'ojeomneo-server',
    running: served,
    causes: [
      {
        alert: ['HighErrorRate', 'ErrorsSurging'],
        usual: ask(''),
        fault: ask('?fault=error'),
        isAlwaysTried: true,
      },
      // A handler that dies answers nothing, and is counted all the same.
      { alert: 'HighErrorRate', usual: ask(''), fault: ask('?fault=panic') },
      { alert: 'HighLatency', usual: ask(''), fault: askWithoutWaiting('?takes=3s') },
      { alert: 'LatencySurging', usual: ask(''), fault: askWithoutWaiting('?takes=6s'), factor: 12 },
    ],
  },
];
