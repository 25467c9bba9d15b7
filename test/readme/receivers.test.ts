import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { alertmanagerConfigSpec } from '#constructs/alertmanager-config.js';
import { routing } from '#routing/routing.js';
import { alertmanagerYml } from '../operator/alertmanager-yml.js';
import { everyKind, worded } from '../routing/every-kind.js';

const page = readFileSync('docs/receivers.md', 'utf8');

/** The row of a function, by its columns. */
const rowOf = (name: string): readonly string[] =>
  page
    .split('\n')
    .find((line) => line.includes(`| \`${name}\` `))
    ?.split('|')
    .map((cell) => cell.trim()) ?? [];

describe.each(Object.entries({ ...worded, webhook: everyKind.webhook }))(
  'the page of receivers, of %s',
  (kind, integration) => {
    test('tells by how much a configuration grows with it', () => {
      const { receivers } = alertmanagerConfigSpec(
        routing({ language: 'ko', receivers: { someone: integration }, route: { receiver: 'someone' } }),
      );
      const bytes = Buffer.byteLength(JSON.stringify(receivers));
      expect(rowOf(kind).at(-2)).toBe(`${(Math.ceil(bytes / 500) / 2).toFixed(1)} KB`);
    });
  },
);

test('the page of receivers tells how large a configuration of a hundred large applications is', () => {
  const { slack, email, pagerduty } = everyKind;
  const large = routing({
    language: 'ko',
    receivers: { slack, mailed: [slack, email], paged: [slack, email, pagerduty] },
    route: {
      receiver: 'slack',
      routes: [
        { receiver: 'paged', matchers: { slo: /.+/ } },
        { receiver: 'mailed', matchers: { severity: 'critical' } },
      ],
    },
  });
  const manifests = Array.from({ length: 100 }, (_, i) => ({
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name: `large-${i}`, namespace: 'large' },
    spec: alertmanagerConfigSpec(large),
  }));
  const secret = { slack: 'https://hooks.example.org/x', bot: 'x', smtp: 'x', pagerduty: 'x' };
  const yml = alertmanagerYml(manifests, { 'large/shop-told': secret });
  const megabytes = (Buffer.byteLength(yml) / 1_000_000).toFixed(1);
  expect(page).toContain(`make an \`alertmanager.yaml\` of ${megabytes} MB.`);
  expect(gzipSync(yml).length).toBeLessThan(50_000);
});
