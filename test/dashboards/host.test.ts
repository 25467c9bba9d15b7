import { describe, expect, test } from '@jest/globals';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostDiskBusy } from '#alerts/host/disk-busy.js';
import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { called } from '#alerts/text/subject.js';
import { hostPanels } from '#dashboards/host.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { percent, perSecond } from '#promql/unit/limit.js';
import { rendered, shop } from './fixture.js';

const subject = called('Shop');
const alerts = {
  hostCpuHigh: hostCpuHigh(subject, nodeExporterMetrics, { busy: percent(70) }),
  hostMemoryHigh: hostMemoryHigh(subject, nodeExporterMetrics, { used: percent(90) }),
  hostDiskSpaceLow: hostDiskSpaceLow(subject, nodeExporterMetrics, { left: percent(10) }),
  hostDiskBusy: hostDiskBusy(subject, nodeExporterMetrics, { operations: perSecond(1000) }),
};
const panels = hostPanels(nodeExporterMetrics, alerts);
const { cpu, memory, disk, io, usage } = panels;
const stepsOf = (panel: Panel) =>
  rendered(panel).fieldConfig?.defaults.thresholds?.steps.map(({ value, color }) => `${value} ${color}`);

test('the panels stand on one dashboard with the limits of all alerts', () => {
  const model = dashboardModel(shop([cpu, memory, disk, io, usage], { alerts: alertsOf(alerts) }));
  expect(model.panels?.map(({ title }) => title)).toEqual([
    'CPU Usage',
    'Memory Usage',
    'Disk Space Left',
    'Disk Operations',
    'Resource Usage',
  ]);
});

test.each([
  ['CPU Usage', cpu, ['null transparent', '0.7 yellow']],
  ['Memory Usage', memory, ['null transparent', '0.9 yellow']],
  ['Disk Space Left', disk, ['null red', '0.1 transparent']],
  ['Disk Operations', io, ['null transparent', '1000 yellow']],
])('%s has its line where the alert fires', (_, panel, steps) => {
  expect(stepsOf(panel)).toEqual(steps);
});

test('space is told for each mount, though the alert is for each device', () => {
  expect(disk.queries.map(({ legend }) => legend)).toEqual(['{{instance}} {{mountpoint}}']);
});

describe('an application without an alert', () => {
  const bare = hostPanels(nodeExporterMetrics, {});

  test('has the same panels without lines', () => {
    expect(Object.values(bare).flatMap(({ drawing }) => [...drawing.lines, ...drawing.alerts])).toEqual([]);
  });

  test('on a dashboard of its own', () => {
    expect(dashboardModel(shop([bare.cpu, bare.usage])).panels).toHaveLength(2);
  });
});

describe('Resource Usage', () => {
  test('is of shares that end at 100 %', () => {
    expect(rendered(usage).fieldConfig?.defaults).toMatchObject({ unit: 'percentunit', max: 1 });
  });

  test('is of CPU alone, so that its line is drawn over nothing else', () => {
    expect(usage.queries.map(({ legend }) => legend)).toEqual(['{{instance}} CPU']);
  });

  test('has the line of the alert on CPU', () => {
    expect(stepsOf(usage)).toEqual(['null transparent', '0.7 yellow']);
  });
});
