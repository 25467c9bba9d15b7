import { describe, expect, test } from '@jest/globals';
import { programDifferences } from '#catalog/check/differences.js';
import { families } from '#catalog/exposition.js';
import { counter } from '#promql/metric/declare.js';
import { type Exposed, expositionText, tillMetrics } from './till.js';

const found = (change: Exposed) => programDifferences([tillMetrics], families(expositionText(change)));
const said = (change: Exposed) => found(change).map(({ why, cure }) => `${why}; ${cure}`);

test('a program that exports what is declared differs in nothing', () => {
  expect(found({})).toEqual([]);
});

test('a program that exports it in OpenMetrics differs in nothing', () => {
  const text = expositionText().replaceAll(/^(# (?:HELP|TYPE) till_(?:requests|uploads))_total/gm, '$1');
  expect(programDifferences([tillMetrics], families(`${text}# EOF\n`))).toEqual([]);
});

const cases: readonly (readonly [what: string, change: Exposed, sentence: string])[] = [
  [
    'a metric that is nowhere',
    { carts: [] },
    'till_carts is not exported; register it when the program starts',
  ],
  [
    'a counter without its ending',
    { uploads: ['# TYPE till_uploads counter', 'till_uploads{status="success"} 1'] },
    'till_uploads_total is exported as till_uploads, by which no rule reads it; let the name of the counter end in _total',
  ],
  [
    'another unit',
    {
      duration: ['# TYPE till_request_duration_ms histogram', 'till_request_duration_ms_bucket{le="+Inf"} 1'],
    },
    'till_request_duration_seconds is not exported, and till_request_duration_ms is: it differs in the unit or in the ending; count in the unit that the name till_request_duration_seconds says, and call it so',
  ],
  [
    'a slip of the pen',
    { carts: ['# TYPE till_cart gauge', 'till_cart 1'] },
    'till_carts is not exported, and till_cart is; call it till_carts',
  ],
  [
    'what has labels that are closed, and no child',
    { uploads: ['# HELP till_uploads_total Uploads', '# TYPE till_uploads_total counter'] },
    'till_uploads_total has no series yet, so that the first one is no increase; make its children when the program starts, at 0',
  ],
  [
    'what has labels that are open, and no child',
    { requests: ['# TYPE till_requests_total counter'] },
    'till_requests_total has no series yet, and nothing of it could be looked at; let the program do once what it counts, with any path and status, and check again',
  ],
  [
    'another type',
    { carts: ['# TYPE till_carts counter', 'till_carts 1'] },
    'till_carts is exported as counter, and the catalogue has it as gauge; make it a gauge: what reads it reads one',
  ],
  [
    'another help',
    { carts: ['# HELP till_carts Carts', '# TYPE till_carts gauge', 'till_carts 1'] },
    "the help of till_carts is 'Carts', and that of the catalogue 'Carts that are open'; say the same in both",
  ],
  [
    'a label more',
    { carts: ['# TYPE till_carts gauge', 'till_carts{shop="a"} 1'] },
    'till_carts has a label shop that the catalogue does not declare; leave it out, or add it to the labels of the catalogue',
  ],
  [
    'a label of worker processes',
    { carts: ['# TYPE till_carts gauge', 'till_carts{pid="7"} 1'] },
    'till_carts has a label pid that the catalogue does not declare; say how worker processes are told together: multiprocess_mode="livesum", "livemax" or "livemin"',
  ],
  [
    'a label less, and one that is like it',
    {
      requests: ['# TYPE till_requests_total counter', 'till_requests_total{paths="/",status="200"} 1'],
    },
    'till_requests_total has no label path; call paths so',
  ],
  [
    'other buckets',
    {
      duration: [
        '# TYPE till_request_duration_seconds histogram',
        'till_request_duration_seconds_bucket{le="2"} 1',
      ],
    },
    "till_request_duration_seconds has the buckets 2, and the catalogue 0.5, 1; give it the catalogue's: limits are compared at their edges",
  ],
  [
    'a value that a closed set does not have',
    {
      uploads: [
        '# TYPE till_uploads_total counter',
        ...['success', 'failure', 'failed'].map((status) => `till_uploads_total{status="${status}"} 1`),
      ],
    },
    `till_uploads_total has status="failed", which is none of success, failure; write one of: success, failure, or add it to the catalogue's values of status`,
  ],
  [
    'a child that is not there at 0',
    { uploads: ['# TYPE till_uploads_total counter', 'till_uploads_total{status="success"} 1'] },
    'till_uploads_total has no child status="failure": its first event is no increase; make it when the program starts, at 0',
  ],
];

describe('A developer is told of', () => {
  test.each(cases)('%s', (_, change, sentence) => {
    expect(said(change)).toContain(sentence);
  });
});

const requested = (path: string): Exposed => ({
  requests: [
    '# TYPE till_requests_total counter',
    `till_requests_total{path=${JSON.stringify(path)},status="200"} 1`,
  ],
});

describe('A value without end is', () => {
  test.each([
    ['/users/123', 'a path with a number in it'],
    ['/orders/9f1b6c1e-4a0d-4a44-9a55-0c2a2f1d9e77', 'a text with a UUID in it'],
    ['/carts/65a1b2c3d4e5f60718293a4b', 'a path with an identity in it'],
    ['/search?q=tea', 'a path with a query'],
    ['someone@example.com', 'an address of mail'],
    ['10.0.3.17', 'an address of the network'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'what a browser calls itself'],
  ])('%s', (path, is) => {
    expect(said(requested(path))).toEqual([
      `till_requests_total has path="${path}", ${is}: each other one is a series more; write the pattern of the route, or a name of a set that is known: /users/{id}`,
    ]);
  });

  test.each(['/users/{id}', '/users/:id', 'unmatched', '/v1/orders', '/api/v2', '404', '/ojeomneo/v1/menus'])(
    'not %s',
    (path) => {
      expect(said(requested(path))).toEqual([]);
    },
  );

  test('hinted at where there are more values than anybody has routes', () => {
    const paths = Array.from({ length: 101 }, (_, i) => `till_requests_total{path="/p${i}x",status="200"} 1`);
    expect(found({ requests: ['# TYPE till_requests_total counter', ...paths] })).toMatchObject([
      { code: 'unbounded-value', what: 'path', isHint: true },
    ]);
  });
});

test('A child beside labels that are open is only hinted at', () => {
  const uploads = counter('till_uploads_total', {
    help: 'Uploads',
    labels: ['bucket', 'status'],
    values: { status: ['success', 'failure'] },
  });
  const text = [
    '# TYPE till_uploads_total counter',
    'till_uploads_total{bucket="a",status="success"} 1',
    'till_uploads_total{bucket="a",status="failure"} 1',
    'till_uploads_total{bucket="b",status="success"} 1',
  ].join('\n');
  expect(programDifferences([{ uploads }], families(text))).toMatchObject([
    { what: 'bucket="b", status="failure"', code: 'no-child-yet', isHint: true },
  ]);
});
