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
  'no-child-yet': {
    is: 'A child of a metric that is not there until something happened',
    why: 'What appears with 1 has not increased: the first failure since the program started is seen by nobody.',
    wrong: `uploads = Counter('uploads_total', 'Uploads', ['status'])`,
    right: `for status in ('success', 'failure'): uploads.labels(status)`,
    mistakes: [],
    notRun: 'It is code of the application, which test/catalog/check holds against its catalogue.',
  },
  'unbounded-value': {
    is: 'A value of a label of which there is another for each user, each order, each address',
    why: 'Each is a series that the program keeps until it ends, and that Prometheus pays for.',
    wrong: `requests.labels('GET', request.url.path, '200').inc()`,
    right: `requests.labels('GET', request.scope['route'].path, '200').inc()`,
    mistakes: [],
    notRun: 'It is code of the application, which test/catalog/check holds against its catalogue.',
  },
  'wrong-content-type': {
    is: 'An exposition that is called what it is not',
    why: 'Prometheus 3 reads nothing of an answer whose content type it does not know, and each format by its own rules.',
    wrong: `return JSONResponse(generate_latest())`,
    right: `return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)`,
    mistakes: [],
    notRun: 'It is code of the application, which test/catalog/check asks.',
  },
});
