import { expect, test } from '@jest/globals';
import { alertsOf } from '#application/application.js';
import { detectionOf } from '#application/detection.js';
import { ojeomneo } from '../../apps/ojeomneo/index.js';

const of = (name: string) => {
  const [alert] = alertsOf(ojeomneo).filter((each) => each.name === name);
  const group = ojeomneo.groups.find(({ alerts }) => alerts.some((each) => each.name === name));
  if (!alert || !group) throw new Error(`there is no alert ${name}`);
  return detectionOf(alert, group);
};

test.each(['ErrorsSurging', 'LatencySurging', 'PodDown', 'DBDown', 'DBConnectionExhausted'])(
  'Within the five minutes that ojeomneo promises %s fires, though its limit is hardly crossed',
  (name) => {
    expect(of(name).atLimit).toBeLessThan(300);
  },
);
