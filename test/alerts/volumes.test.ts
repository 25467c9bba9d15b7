import { expect, test } from '@jest/globals';
import { ofVolumes, volumeUsage } from '../../alerts/volumes.js';
import { kubeletMetrics } from '../../metrics/kubelet.js';
import { print } from '../../promql/expr/print.js';
import { packs } from './packs.js';

const { volumeAlmostFull } = packs.volumes;

test('only the volumes that are named are watched', () => {
  expect(print(volumeAlmostFull.expr)).toMatchInlineSnapshot();
});

test('one volume is named as one', () => {
  expect(String(volumeUsage(ofVolumes(kubeletMetrics, ['data'])))).toMatchInlineSnapshot();
});

test('the runbook says that hostPath volumes are not measured', () => {
  const { ko, en } = volumeAlmostFull.runbook;
  expect([ko.check, en.check]).toEqual([
    expect.stringContaining('hostPath'),
    expect.stringContaining('hostPath'),
  ]);
});
