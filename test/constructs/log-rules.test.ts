import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fluentBit, logErrorsSurging, logGroup, noLogsWritten, perSecond } from 'cheomseong';
import { valueAt } from '#ground/field.js';
import { lokiRuleLabel } from '#constructs/log-rules.js';
import { shop } from '../synth/estate/shop.js';
import { syntaxErrors } from '../logql/grammar.js';
import { objectsOf } from '../synth/estate/objects.js';

const agent = { namespaces: ['shop'] } as const;
const subject = { ko: '가게', en: 'Shop' };
const logging = shop({
  logs: fluentBit({ ...agent, loki: { host: 'loki.monitoring.svc', port: 3100 } }),
  agentNamespace: 'shop-agents',
  logGroups: [
    logGroup('shop-logs', {
      packs: [
        {
          surging: logErrorsSurging(subject, agent, { rate: perSecond(1) }),
          silent: noLogsWritten(subject, agent, { app: 'shop' }),
        },
      ],
    }),
  ],
});

const objects = objectsOf(logging).filter(({ metadata }) => metadata.labels?.[lokiRuleLabel] !== undefined);
const [found] = objects;
const files = Object.entries(valueAt(found, ['data']) ?? {});
const rules = files.flatMap(([, text]): readonly unknown[] => {
  const read: unknown = parse(String(text));
  const held = valueAt(read, ['groups', 0, 'rules']);
  return Array.isArray(held) ? held : [];
});

describe("the rules of Loki's ruler", () => {
  test('are one ConfigMap, by the label that the sidecar of its chart asks for', () => {
    expect(
      objects.map(({ kind, metadata }) => [kind, metadata.name, metadata.labels?.['loki_rule']]),
    ).toEqual([['ConfigMap', 'shop-loki-rules', 'true']]);
  });

  test('are written into the folder of the tenant of a Loki that has none', () => {
    expect(valueAt(found, ['metadata', 'annotations'])).toEqual({
      'k8s-sidecar-target-directory': '/rules/fake',
    });
  });

  test("are in one file that is called after the application: all applications' files are in one folder", () => {
    expect(files.map(([name]) => name)).toEqual(['shop-loki-rules.yaml']);
  });

  test('are groups as Prometheus has them, with no field that Loki does not read', () => {
    const [, text] = files[0] ?? [];
    expect(parse(String(text))).toMatchObject({ groups: [{ name: 'shop-logs', interval: '1m' }] });
  });

  test('ask in LogQL', () => {
    expect(rules.flatMap((rule) => syntaxErrors(String(valueAt(rule, ['expr']))))).toEqual([]);
  });

  test('carry the labels by which alerts are routed', () => {
    expect(rules.map((rule) => valueAt(rule, ['labels']))).toEqual(
      rules.map(() => ({
        severity: 'warning',
        component: 'logs',
        application: 'shop',
        namespace: 'shop-prod',
      })),
    );
  });

  test('keep nothing firing: the ruler drops that', () => {
    expect(rules.filter((rule) => valueAt(rule, ['keep_firing_for']) !== undefined)).toEqual([]);
  });

  test('are none of an application without alerts on logs', () => {
    expect(objectsOf(shop()).filter(({ metadata }) => metadata.labels?.[lokiRuleLabel])).toEqual([]);
  });
});
