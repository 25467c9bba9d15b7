import { secretReference } from '#ground/secret.js';
import {
  type Shape,
  anything,
  aNumber,
  byName,
  exactly,
  fields,
  length,
  listOf,
  named,
  oneOf,
  text,
  truth,
} from '#ground/shape.js';
import { catalogShape } from '#promql/metric/catalog.js';
import { schemes, serviceAccountParts } from './access.js';
import { expectedShape } from './expected.js';
import { scrapeProtocols } from './intake.js';

/** How a target is asked over TLS, and who asks. */
export const accessFields = {
  scheme: oneOf(schemes),
  tls: exactly(
    {},
    {
      ca: secretReference,
      certificate: exactly({ cert: secretReference, key: secretReference }),
      serverName: text,
    },
  ),
  basicAuth: exactly({ username: secretReference, password: secretReference }),
  bearerToken: secretReference,
  serviceAccount: oneOf(serviceAccountParts),
  unverified: text,
};

const name: Shape = (where, value) => (value instanceof RegExp ? [] : text(where, value));
const names = listOf(name);

/** A limit is written, or derived. */
const limit: Shape = (where, value) =>
  typeof value === 'string' ? oneOf(['derived'])(where, value) : aNumber(where, value);

/** What follows from all that reads a scrape, and from what is expected of it. */
export const reckonedFields = { keep: oneOf(['used']), sampleLimit: limit, expects: expectedShape };

const needed = { interval: length, metrics: listOf(catalogShape) };
const asked = {
  ...accessFields,
  ...{ path: text, timeout: length, honorLabels: truth },
  params: byName(listOf(text)),
  drop: exactly({}, { metrics: names, labels: names }),
  fallbackScrapeProtocol: oneOf(scrapeProtocols),
  ...reckonedFields,
  labelLimit: aNumber,
  ...{ scrapeNativeHistograms: truth, scrapeClassicHistograms: truth },
  convertClassicHistogramsToNHCB: truth,
  ...{ nativeHistogramBucketLimit: aNumber, nativeHistogramMinBucketFactor: aNumber },
};

/** How targets are asked, wherever they are found, where types were put aside. */
export const askingShape = fields(needed, asked);

/** The same of what is written down. */
export const staticShape = fields(
  { ...needed, targets: listOf(exactly({ address: text }, { labels: byName(text) })), namespace: text },
  asked,
);

/** The same of a scrape of Services. */
export const scrapeShape = exactly(
  { ...needed, port: text },
  {
    ...asked,
    ...{ name: named, job: named, namespace: named, ofMachine: truth },
    copiedLabels: listOf(text),
  },
);

/** What a scrape is of. */
export const scrapedShape = listOf(
  fields({ name: named, labels: anything, ports: anything, namespaces: listOf(text) }),
);
