import { describe, expect, test } from '@jest/globals';
import { type Application, fluentBit, group, override, perSecond } from 'cheomseong';
import { logErrorsSurging } from '#alerts/log/log-errors-surging.js';
import { logGroup } from '#alerts/log/log-group.js';
import { noLogsWritten } from '#alerts/log/no-logs-written.js';
import { leftOut } from '#alerts/rule/pack.js';
import { everyAlertReachesSomebody } from '#laws/reached.js';
import { placedIn } from '#proof/prove-estate.js';
import { provesAlerts } from '../proof/proven.js';
import { shop } from '../synth/estate/shop.js';
import { untyped } from '../untyped.js';
import { applicationOf } from '../instrumentation/estate.js';

const ojeomneo = applicationOf('ojeomneo');

const subject = { ko: '가게', en: 'Shop' };
const agent = { namespaces: ['shop'] } as const;
const logs = fluentBit({ namespaces: ['shop'], loki: { host: 'loki.monitoring.svc', port: 3100 } });
const pack = () => ({
  surging: logErrorsSurging(subject, agent, { rate: perSecond(0.5) }),
  silent: noLogsWritten(subject, agent, { app: 'shop' }),
});
const logging = (groups: Application['logGroups']): Application =>
  shop({ logs, agentNamespace: 'shop-agents', logGroups: groups });

describe('an alert on logs', () => {
  test('is made anew by an override: its query, its sentences, its limit', () => {
    const { surging } = override(pack(), {
      surging: { limit: perSecond(2), window: '10m' },
      silent: leftOut,
    });
    logGroup('taken', { packs: [{ surging }] });
    expect([
      surging.logql,
      surging.runbook.en?.meaning.includes('2/s'),
      surging.texts.en?.description.includes('10 minutes'),
    ]).toEqual(['sum by (app) (rate({namespace="shop", level=~"error|critical"}[10m])) > 2', true, true]);
  });

  test('is not taken by a group that Prometheus evaluates', () => {
    expect(() => group('wrong', { interval: '1m', packs: [pack()] })).toThrow(
      "LogErrorsSurging reads logs, which Prometheus does not have; put it into a logGroup(…), which Loki's ruler evaluates",
    );
  });

  test('is what a group of the ruler takes alone', () => {
    const [first] = ojeomneo.groups.flatMap(({ alerts }) => alerts);
    expect(untyped(logGroup, 'wrong', { packs: [{ first }] })).toThrow('logAlert(…)');
  });

  test('does not keep firing: the ruler would drop that', () => {
    expect(() => override(pack(), { surging: { keepFiringFor: '10m' } })).toThrow(
      "Loki's ruler reads keep_firing_for and drops it",
    );
  });
});

describe('an application with alerts on logs', () => {
  test('needs the agent that sends them', () => {
    expect(() => shop({ logGroups: [logGroup('shop-logs', { packs: [pack()] })] })).toThrow(
      'no Fluent Bit of this application sends logs to a Loki',
    );
  });

  test('reads no namespace that its agent does not', () => {
    const others = { silent: noLogsWritten(subject, { namespaces: ['bakery'] }, { app: 'bakery' }) };
    expect(() => logging([logGroup('shop-logs', { packs: [others] })])).toThrow(
      'reads namespaces of which the agent of this application sends nothing: it sends shop',
    );
  });

  test('has none of the name of another of its alerts', () => {
    const taken = [
      logGroup('shop-logs', { packs: [pack()] }),
      logGroup('more-logs', {
        packs: [override(pack(), { surging: { name: 'NoLogsWritten' }, silent: leftOut })],
      }),
    ];
    expect(() => logging(taken)).toThrow('two alerts are called NoLogsWritten');
  });

  test('is held to tell somebody of them', () => {
    const application = logging([logGroup('shop-logs', { packs: [pack()] })]);
    const { routing } = application;
    const matchers = [{ label: 'component', operator: '!=', value: 'logs' } as const];
    const deaf = { ...application, routing: { ...routing, route: { ...routing.route, matchers } } };
    expect(everyAlertReachesSomebody({ applications: [deaf], objects: [] })).toMatchObject([
      { code: 'alert-reaches-nobody', what: expect.stringContaining('LogErrorsSurging') },
    ]);
  });
});

const context = { application: 'shop', namespace: 'shop', language: 'en' } as const;
const seldom = override(pack(), {
  surging: { name: 'ErrorsLogged', limit: perSecond(0.004), window: '10m', for: '0s' },
  silent: { name: 'Silent', window: '5m', for: '0s' },
});

// At other facts than those of the estate, of which the estate's own proofs tell.
provesAlerts(
  [
    logGroup('shop-logs', { interval: '30s', packs: [pack()] }),
    logGroup('more-logs', { packs: [seldom] }),
  ].flatMap((each) => placedIn([each], context)),
);
