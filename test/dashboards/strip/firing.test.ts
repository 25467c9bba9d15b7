import { describe, expect, test } from '@jest/globals';
import { above, below } from '#alerts/rule/condition.js';
import { firingSignal } from '#dashboards/strip/firing-signal.js';
import { count, gibibytes, percent } from '#promql/unit/limit.js';
import { alertOn, openBaskets, storeFill, usedMemory } from '../fixture.js';
import { type Answer, type Played, answered } from './asked.js';

const full = alertOn('StoreFull', 'critical', above(storeFill, percent(80)));
const idle = alertOn('Idle', 'warning', below(openBaskets, count(5)));
const heavy = alertOn('Heavy', 'warning', above(usedMemory, gibibytes(2)));
const signal = firingSignal('shop', [full, idle, heavy]);

/** An alert as Prometheus stores it: since half an hour, so far, of the shop. */
const stored = (labels: string, state = 'firing', application = 'shop'): Played => ({
  [`ALERTS{${labels}, alertstate="${state}", application="${application}"}`]: '1x60',
  [`ALERTS_FOR_STATE{${labels}, application="${application}"}`]: '1800x60',
});
const values: Played = {
  'shop_store_ratio{store="north"}': '0.93456x60',
  'shop_store_ratio{store="south"}': '0.5x60',
  'shop_baskets{path="/"}': '2x60',
  'shop_memory_bytes{pod="a"}': '3221225472x60',
};
const ofNorth = 'alertname="StoreFull", severity="critical", store="north"';

describe('the alerts that fire', () => {
  test.each<[what: string, played: Played, answers: readonly Answer[]]>([
    ['are none where none does', values, []],
    [
      'are told with since when, what they are about, and the value in its unit beside the limit',
      { ...values, ...stored(ofNorth) },
      [
        {
          labels: '{severity="critical", alertname="StoreFull", of="  north", value="93.5% (> 80%)"}',
          value: 1800,
        },
      ],
    ],
    [
      'are told each in its own unit',
      {
        ...values,
        ...stored('alertname="Idle", severity="warning", path="/"'),
        ...stored('alertname="Heavy", severity="warning", pod="a"'),
      },
      [
        { labels: '{severity="warning", alertname="Idle", of="/  ", value="2 (< 5)"}', value: 1800 },
        { labels: '{severity="warning", alertname="Heavy", of=" a ", value="3GiB (> 2GiB)"}', value: 1800 },
      ],
    ],
    [
      'are told without a value where their signal is gone',
      stored(ofNorth),
      [{ labels: '{severity="critical", alertname="StoreFull", of="  north"}', value: 1800 }],
    ],
    ['are not those that are pending', { ...values, ...stored(ofNorth, 'pending') }, []],
    ['are not those of another application', { ...values, ...stored(ofNorth, 'firing', 'bakery') }, []],
    [
      'are told where their rule is known to nobody here',
      { ...values, ...stored('alertname="Strange", severity="warning"') },
      [{ labels: '{severity="warning", alertname="Strange", of="  "}', value: 1800 }],
    ],
    ['are not the one that says that all is well', stored('alertname="Watchdog", severity="none"'), []],
  ])('%s', async (_, played, answers) => {
    expect(await answered(played, signal, answers)).toBe('well');
  });
});
