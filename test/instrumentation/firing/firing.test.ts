import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reason } from '#proof/tools/reason.js';
import type { Serving } from '../../servers/serving.js';
import { type Fired, firing } from './firing.js';
import { till } from './till.js';
import { applicationOf } from '../estate.js';

const observer = applicationOf('observer');

describe('a program that is scraped as the estate scrapes it', () => {
  let program: Serving;
  let fired: Readonly<Record<string, Fired>>;
  const asked = (path: string) => () => fetch(`http://${program.address}${path}`);

  let unquiet: string;

  /** What was said against a program whose requests fail while all is well. */
  const failingBefore = async (): Promise<string> => {
    const failing = await till();
    const fails = () => fetch(`http://${failing.address}/fails`);
    const settings = { factor: 60, target: `http://${failing.address}`, usual: fails };
    return firing(
      { ...settings, application: observer, scrape: 'observer', alert: 'ObserverHighErrorRate' },
      fails,
    )
      .then(() => '', reason)
      .finally(failing.close);
  };

  beforeAll(async () => {
    program = await till();
    const well = firing(
      {
        application: observer,
        scrape: 'observer',
        alert: ['ObserverHighErrorRate', 'ObserverNoActiveConnections'],
        target: `http://${program.address}`,
        // Monday noon in Seoul.
        at: '2026-01-05T03:00:00Z',
        factor: 60,
        usual: asked('/ticks'),
      },
      async () => {
        await asked('/fails')();
        await asked('/hang-up')();
      },
    );
    [fired, unquiet] = await Promise.all([well, failingBefore()]);
  }, 90_000);
  afterAll(() => program.close());

  test('has its alert fire once its requests fail', () => {
    expect(fired['ObserverHighErrorRate']?.labels).toEqual([
      {
        __name__: 'ALERTS',
        alertname: 'ObserverHighErrorRate',
        alertstate: 'firing',
        application: 'observer',
        component: 'observer',
        namespace: 'observer-prod',
        severity: 'critical',
      },
    ]);
  });

  test('has an alert fire that is for some hours, whatever the time is', () => {
    expect(fired['ObserverNoActiveConnections']?.labels).toHaveLength(1);
  });

  test('is told of where it is not quiet before: the target, the rule, the signal', () => {
    expect(unquiet).toMatch(
      /^ObserverHighErrorRate is not quiet while all is well\ntarget observer: up\nrule ObserverHighErrorRate: evaluated\nin state: .*pending.*\nits signal is now: \[\{/,
    );
  });
});

describe('what is tried', () => {
  const tried = { application: observer, scrape: 'observer', target: 'http://127.0.0.1:1' };
  const nothing = () => Promise.resolve();

  test('is an alert that the application has', async () => {
    await expect(firing({ ...tried, alert: 'HighErrorRate' }, nothing)).rejects.toThrow(
      'observer has no alert HighErrorRate',
    );
  });

  test('is as slow as the machine can follow', async () => {
    await expect(firing({ ...tried, alert: 'ObserverHighErrorRate', factor: 300 }, nothing)).rejects.toThrow(
      'a factor of 300 has rules evaluated each 100 ms',
    );
  });
});
