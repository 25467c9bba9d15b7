import { beforeAll, describe, expect, test } from '@jest/globals';
import { alertLabels } from '#application/alert-labels.js';
import { type Chosen, chosenOf } from '#rehearsal/drill/chosen.js';
import { drill } from '#rehearsal/drill/drill.js';
import type { Drilled } from '#rehearsal/drill/result.js';
import type { Sight } from '#rehearsal/drill/watch.js';
import { stageOf } from '#rehearsal/page/alerts.js';
import { everywhere } from '#rehearsal/place/places.js';
import type { Stage } from '#rehearsal/stage/stage.js';
import { textOf } from '#rehearsal/told/outputs.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import type { Route } from '#routing/route.js';
import { withLoopback } from '#servers/loopback.js';
import { places } from '../estate.js';

// What both servers answer is given: it takes no hours of the night to see how a drill tells of them.

const alert = 'PostgreSQLDown';
const [first] = chosenOf(everywhere({ places }), [`ecoeco/${alert}`]);
if (!first) throw new Error(`there is no ${alert}`);

const neverSending = (route: Route): Route => ({
  ...route,
  muteTimeIntervals: ['nights'],
  routes: route.routes.map(neverSending),
});
const muted = (configuration: Configuration): Configuration => ({
  ...configuration,
  route: neverSending(configuration.route),
  timeIntervals: { ...configuration.timeIntervals, nights: [{}] },
});

const answer = (value: unknown) => Promise.resolve({ type: 'application/json', body: JSON.stringify(value) });

/** A drill whose alert fires, of which Alertmanager says this, and of which nothing arrives. */
const drilledAs = ({ fault, rehearsed }: Chosen, status: object): Promise<Drilled | undefined> => {
  let began: number | undefined;
  let isOn = false;
  const { labels } = alertLabels(rehearsed.application, fault.alert);
  const active = () =>
    began === undefined || !isOn
      ? []
      : [{ labels, annotations: {}, state: 'firing', activeAt: new Date(began).toISOString() }];
  const grouped = () =>
    active().map(({ activeAt: startsAt }) => ({
      ...{ labels, startsAt, endsAt: new Date(Date.now() + 60_000).toISOString(), fingerprint: 'f', status },
    }));
  return withLoopback(
    ({ path }) =>
      path === '/api/v1/alerts'
        ? answer({ status: 'success', data: { alerts: active() } })
        : answer([{ receiver: { name: 'slack' }, alerts: grouped() }]),
    0,
    async (url) => {
      const stage: Stage = {
        rehearsed: {
          ...rehearsed,
          configuration: muted(rehearsed.configuration),
          meant: muted(rehearsed.meant),
        },
        ...{ faults: [fault], targets: [], prometheus: url, alertmanager: url, messages: [], factor: 3_600 },
        releases: { prometheus: '3.14.0', alertmanager: '0.28.0' },
        press: (_, on) => {
          began ??= Date.now();
          isOn = on;
          return Promise.resolve();
        },
        life: {
          ...{ breakNow: () => undefined, calm: () => undefined, mendNow: () => undefined },
          ...{ isOn: () => isOn, isGone: () => false, page: () => undefined },
          shown: () => began,
        },
      };
      const [drilled] = await drill(stage, [fault]);
      return drilled;
    },
  );
};

const status = (state: string, mutedBy?: readonly string[]) => ({
  ...{ state, silencedBy: [], inhibitedBy: [] },
  ...(mutedBy && { mutedBy }),
});

const all: Record<string, Drilled | undefined> = {};
beforeAll(async () => {
  [all['since 0.28'], all['before it']] = await Promise.all([
    drilledAs(first, status('suppressed', ['nights'])),
    drilledAs(first, status('active')),
  ]);
}, 60_000);
const one = (release: string): Drilled => {
  const found = all[release];
  if (!found) throw new Error('nothing came of it');
  return found;
};

describe.each(['since 0.28', 'before it'])(
  'an alert whose routes keep hours, by an Alertmanager %s',
  (release) => {
    test('is told as muted, and nobody is told', () => {
      const { outcome, heard, seconds } = one(release);
      expect({ outcome, heard, seconds }).toEqual({ outcome: 'muted', heard: [], seconds: null });
    });

    test('is right so', () => {
      expect(one(release).faults).toEqual([]);
    });

    test('is seen to fire all the same', () => {
      expect(one(release).steps.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['pending', 'firing', 'grouped']),
      );
    });

    test('is told so in a table', () => {
      expect(textOf('table', [one(release)])).toMatch(
        /^ok {3}ecoeco\/PostgreSQLDown [^]*\n {5}muted: nobody was told\n/,
      );
    });
  },
);

test('an Alertmanager since 0.28 says when it is muted, which is a step of the drill', () => {
  expect(one('since 0.28').steps.find(({ what }) => what === 'muted')?.text).toBe(
    'Alertmanager has it, and its route keeps hours',
  );
});

test('the page says by which hours an alert is muted', () => {
  const labels = { alertname: alert };
  const sight: Sight = {
    ...{ seen: [], grouped: [] },
    active: [{ labels, annotations: {}, state: 'firing', activeAt: 0 }],
    groups: [
      {
        ...{ labels, receiver: 'slack', isSuppressed: true, silencedBy: [], inhibitedBy: [] },
        ...{ mutedBy: ['nights'], fingerprint: 'f', startsAt: 0, endsAt: 60_000 },
      },
    ],
  };
  expect(stageOf(alert, sight, [])).toEqual({ stage: 'muted', because: 'nights' });
});
