import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ports } from '#application/tracing/parts.js';
import { blocksOf, textOf } from './page.js';

const page = 'docs/how-to/tracing.md';

/** The variables that the page gives a container. */
const variables = (): Readonly<Record<string, string>> => {
  const { code = '' } =
    blocksOf(page).find(({ language, code }) => language === 'yaml' && code.includes('OTEL_')) ?? {};
  const { env }: { env: readonly { name: string; value?: string }[] } = parse(code);
  return Object.fromEntries(env.map(({ name, value = '' }) => [name, value]));
};

/** Where each protocol is taken, as an SDK spells it in OTEL_EXPORTER_OTLP_PROTOCOL. */
const takenAt: Readonly<Record<string, number>> = {
  grpc: ports['otlp-grpc'],
  'http/protobuf': ports['otlp-http'],
};

describe('the endpoint that the page tells is where collectors take its protocol', () => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = '', OTEL_EXPORTER_OTLP_PROTOCOL: protocol = '' } =
    variables();

  test('in a cluster', () => {
    expect(Number(new URL(endpoint).port)).toBe(takenAt[protocol]);
  });

  test('on a host, by the same protocol', () => {
    const [, onHost = 'http://none'] =
      /On a host the endpoint is `(\S+)`, by the same protocol/.exec(textOf(page)) ?? [];
    expect(Number(new URL(onHost).port)).toBe(takenAt[protocol]);
  });

  test('and each protocol that it names', () => {
    const named = [...textOf(page).matchAll(/`([a-z/]+)` has (\d+)/g)].map(([, name, port]) => [
      name,
      Number(port),
    ]);
    expect(Object.fromEntries(named)).toEqual(takenAt);
  });
});

test('the page says that points lead to a trace only where it was kept, since exemplars are of all spans', () => {
  const [row = ''] = /\| a point on a panel of latency .*/.exec(textOf(page)) ?? [];
  expect(row).toContain(
    'where its trace was kept: all that failed or took over `slow`, and `keeps` of the others',
  );
});
