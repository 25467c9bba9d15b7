import { describe, expect, test } from '@jest/globals';
import { alertsOf } from '../../application/application.js';
import { detectionOf } from '../../application/detection.js';
import { ecoeco } from '../../apps/ecoeco/index.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';

const of = (name: string, application = ojeomneo) => {
  const [alert] = alertsOf(application).filter((each) => each.name === name);
  const group = application.groups.find(({ alerts }) => alerts.some((each) => each.name === name));
  if (!alert || !group) throw new Error(`there is no alert ${name}`);
  return detectionOf(alert, group);
};

describe('at the latest an alert fires', () => {
  test('once its window holds nothing but the fault and its `for` is over, a scrape and an evaluation later', () => {
    expect(of('HighErrorRate').atLimit).toBe(300 + 300 + 30 + 30);
  });

  test('without a window once its `for` is over', () => {
    expect(of('PodDown')).toEqual({ atLimit: 60 + 30 + 30 });
  });

  test('of what is recorded once the longest window says so', () => {
    expect(of('AvailabilityBudgetBurn1h').atLimit).toBe(3_600 + 30 + 60);
  });

  test('of one that looks for the absence of a success once there has been none for the window', () => {
    expect(of('RabbitMQDown', ecoeco)).toEqual({ atLimit: 240 + 60 + 30 + 30 });
  });
});

test.each(['ErrorsSurging', 'LatencySurging', 'PodDown', 'DBDown', 'DBConnectionExhausted'])(
  'Within the five minutes that ojeomneo promises %s fires, though its limit is hardly crossed',
  (name) => {
    expect(of(name).atLimit).toBeLessThan(300);
  },
);

describe('in an outage it fires', () => {
  test('as soon as the window holds as much of the fault as the limit is of everything', () => {
    expect(of('HighErrorRate').inOutage).toBe(300 * 0.05 + 300 + 30 + 30);
  });

  test('of a budget as soon as everything has failed for the pace’s share of the window', () => {
    expect(of('AvailabilityBudgetBurn1h').inOutage).toBeCloseTo((3_600 * 14.4) / 1_000 + 30 + 60);
  });
});
