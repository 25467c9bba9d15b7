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
import { told } from './told.js';

const subject = called('Shop');
const alerts = {
  hostCpuHigh: hostCpuHigh(subject, nodeExporterMetrics, { busy: percent(70) }),
  hostMemoryHigh: hostMemoryHigh(subject, nodeExporterMetrics, { used: percent(90) }),
  hostDiskSpaceLow: hostDiskSpaceLow(subject, nodeExporterMetrics, { left: percent(10) }),
  hostDiskBusy: hostDiskBusy(subject, nodeExporterMetrics, { operations: perSecond(1000) }),
};
const panels = hostPanels(nodeExporterMetrics, alerts);
const { cpu, memory, disk, io, usage, usageWithIo } = panels;
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
    expect(dashboardModel(shop([bare.cpu, bare.usageWithIo])).panels).toHaveLength(2);
  });
});

describe('Resource Usage', () => {
  test('is of shares that end at 100 %', () => {
    expect(rendered(usage).fieldConfig?.defaults).toMatchObject({ unit: 'percentunit', max: 1 });
  });

  test('calls each share by its host', () => {
    expect(usage.queries.map(({ legend }) => legend)).toEqual([
      '{{instance}} CPU',
      '{{instance}} memory',
      '{{instance}} fullest disk',
    ]);
  });

  test('tells of the alert on disks, whose limit is on what is left', () => {
    expect(rendered(usage).description).toContain('**HostDiskSpaceLow**');
  });

  test('with disk I/O has it on an axis of its own, which ends nowhere', () => {
    expect(rendered(usageWithIo).fieldConfig).toMatchObject({
      defaults: { unit: 'percentunit' },
      overrides: [
        {
          matcher: { options: 'C' },
          properties: [{ value: 'cps' }, { id: 'custom.axisPlacement', value: 'right' }],
        },
      ],
    });
    expect(rendered(usageWithIo).fieldConfig?.defaults).not.toHaveProperty('max');
  });

  test('with disk I/O stands on a dashboard of its own', () => {
    expect(dashboardModel(shop([usageWithIo], { alerts: alertsOf(alerts) })).panels).toHaveLength(1);
  });

  test('shows the fullest disk of a host, and no memory among them', async () => {
    const mount = (name: string, device: string, mountpoint: string, fstype = 'ext4') =>
      `node_filesystem_${name}_bytes{instance="a", device="${device}", mountpoint="${mountpoint}", fstype="${fstype}"}`;
    const series = {
      [mount('avail', 'vda', '/')]: '40x10',
      [mount('size', 'vda', '/')]: '100x10',
      [mount('avail', 'vdb', '/srv')]: '30x10',
      [mount('size', 'vdb', '/srv')]: '100x10',
      [mount('avail', 'tmpfs', '/run', 'tmpfs')]: '1x10',
      [mount('size', 'tmpfs', '/run', 'tmpfs')]: '100x10',
    };
    expect(await told(usage, 2, series, { '{instance="a"}': 0.7 })).toBe('');
  });
});
