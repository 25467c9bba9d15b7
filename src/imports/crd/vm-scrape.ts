import type { Schema } from './schema.js';

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };
const flag: Schema = { type: 'boolean' };
const textByName: Schema = { type: 'object', additionalProperties: text };

const secretKey: Schema = { type: 'object', required: ['key'], properties: { key: text, name: text } };
const secret: Schema = { type: 'object', properties: { secret: secretKey } };

/** What is done to labels; a pattern may be a text or a list of them, which the CRD leaves open. */
export const relabelConfigs: Schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      action: text,
      sourceLabels: texts,
      regex: { 'x-kubernetes-preserve-unknown-fields': true },
      targetLabel: text,
      replacement: text,
    },
  },
};

/** How a target is asked, and what is taken of its answer: what all kinds that scrape share. */
export const scrapeParams = {
  scheme: text,
  path: text,
  params: { type: 'object', additionalProperties: texts },
  interval: text,
  scrapeTimeout: text,
  honorLabels: flag,
  sampleLimit: { type: 'integer' },
  basicAuth: { type: 'object', properties: { username: secretKey, password: secretKey } },
  authorization: { type: 'object', properties: { credentials: secretKey } },
  bearerTokenFile: text,
  tlsConfig: {
    type: 'object',
    properties: {
      ca: secret,
      caFile: text,
      cert: secret,
      keySecret: secretKey,
      insecureSkipVerify: flag,
      serverName: text,
    },
  },
  metricRelabelConfigs: relabelConfigs,
} satisfies Readonly<Record<string, Schema>>;

/** What the selectors of found targets share. */
export const found = {
  selector: { type: 'object', properties: { matchLabels: textByName } },
  namespaceSelector: { type: 'object', properties: { matchNames: texts } },
  sampleLimit: { type: 'integer' },
} satisfies Readonly<Record<string, Schema>>;

export const labels: Schema = textByName;
export const names: Schema = texts;
export const name: Schema = text;
