import { theme } from './kind.js';

/** What applications export by modules that are written for them. */
export const instrumentation = theme({
  'label-unset': {
    is: 'A label that nobody sets who counts by it',
    why: 'A client library refuses an observation without it, and the request that it was of fails with it.',
    wrong: `serving({ requests: metrics.requests, duration: metrics.duration, route: 'status' })`,
    right: `serving({ requests: metrics.requests, duration: metrics.duration, route: 'path' })`,
    mistakes: [],
  },
  'no-identifier': {
    is: 'A name that code cannot call anything by',
    why: 'The module is written in Python, Go or TypeScript, which read a letter first, and no dashes.',
    wrong: `python('shop-metrics', { catalogs: [declared] })`,
    right: `python('monitoring', { catalogs: [declared] })`,
    mistakes: [],
  },
  'module-unscraped': {
    is: 'A module whose metrics nobody asks for, or who is asked at two paths',
    why: 'What it counts would be stored by nobody.',
    wrong: `application('shop', { ...shop, instrumentation: [python('monitoring', { catalogs: [catalog({ carts: counter('carts_total', { help: 'Carts' }) })] })] })`,
    right: `application('shop', { ...shop, instrumentation: [python('monitoring', { catalogs: [declared] })] })`,
    mistakes: [],
  },
});
