import { describe, expect, test } from '@jest/globals';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { called } from '#alerts/text/subject.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { selectors } from '#promql/expr/ast.js';
import { percent } from '#promql/unit/limit.js';
import { oneLine } from './one-line.js';
import { packs } from './packs.js';

const { hostDiskSpaceLow } = packs.hostDisk;
const { hostDiskBusy } = packs.hostIo;

test('what is left of a file system is told once for each device, of disks only', () => {
  expect(oneLine(hostDiskSpaceLow)).toMatchInlineSnapshot(
    `"min by (instance, device) (max by (instance, device, mountpoint) (last_over_time(node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|devtmpfs|overlay|squashfs|erofs|iso9660|udf|fuse\\\\.lxcfs|fuse\\\\.snapfuse", namespace="shop-prod"}[2m])) / (max by (instance, device, mountpoint) (last_over_time(node_filesystem_size_bytes{fstype!~"tmpfs|ramfs|devtmpfs|overlay|squashfs|erofs|iso9660|udf|fuse\\\\.lxcfs|fuse\\\\.snapfuse", namespace="shop-prod"}[2m])) > 0)) < 0.1"`,
  );
});

test('memory is in use that cannot be had without swapping', () => {
  expect(oneLine(packs.hostMemory.hostMemoryHigh)).toMatchInlineSnapshot(
    `"1 - max by (instance) (last_over_time(node_memory_MemAvailable_bytes{namespace="shop-prod"}[2m])) / (max by (instance) (last_over_time(node_memory_MemTotal_bytes{namespace="shop-prod"}[2m])) > 0) > 0.9"`,
  );
});

test('CPUs are busy that are not idle and do not wait for a disk', () => {
  expect(oneLine(packs.hostCpu.hostCpuHigh)).toMatchInlineSnapshot(
    `"sum by (instance) (rate(node_cpu_seconds_total{mode!~"idle|iowait", namespace="shop-prod"}[5m])) / sum by (instance) (rate(node_cpu_seconds_total{namespace="shop-prod"}[5m])) > 0.7"`,
  );
});

test('reads and writes of a disk are counted together, in the disk and not in what is made of it', () => {
  expect(oneLine(hostDiskBusy)).toMatchInlineSnapshot(
    `"max by (instance, device) (rate(node_disk_reads_completed_total{device!~"(z?ram|loop|fd|sr)\\\\d+|([hsv]|xv)d[a-z]+\\\\d+|(nvme\\\\d+n\\\\d+|mmcblk\\\\d+)p\\\\d+|dm-\\\\d+|md\\\\d+(p\\\\d+)?", namespace="shop-prod"}[5m])) + max by (instance, device) (rate(node_disk_writes_completed_total{device!~"(z?ram|loop|fd|sr)\\\\d+|([hsv]|xv)d[a-z]+\\\\d+|(nvme\\\\d+n\\\\d+|mmcblk\\\\d+)p\\\\d+|dm-\\\\d+|md\\\\d+(p\\\\d+)?", namespace="shop-prod"}[5m])) > 1000"`,
  );
});

describe('of the devices that node_exporter tells of', () => {
  const [leftOut = ''] = selectors(hostDiskBusy.expr).flatMap(({ matchers }) =>
    matchers.flatMap(({ label, value }) => (label === 'device' ? [value] : [])),
  );
  const isCounted = (device: string) => !new RegExp(`^(?:${leftOut})$`).test(device);

  test.each(['sda', 'vda', 'xvdf', 'hdb', 'sdaa', 'nvme0n1', 'mmcblk0', 'nbd0', 'rbd1', 'zd16'])(
    '%s is a disk',
    (device) => {
      expect(isCounted(device)).toBe(true);
    },
  );

  test.each([
    ...['sda1', 'vda15', 'xvdf2', 'nvme0n1p1', 'mmcblk0p2', 'md127p1'],
    ...['dm-0', 'md0', 'loop7', 'ram3', 'zram0', 'sr0', 'fd0'],
  ])('%s is none of its own', (device) => {
    expect(isCounted(device)).toBe(false);
  });
});

test.each([
  ['memory', () => hostMemoryHigh(called('Club'), nodeExporterMetrics, { used: percent(100) })],
  ['CPU', () => hostCpuHigh(called('Club'), nodeExporterMetrics, { busy: percent(100) })],
])('a share of %s that cannot be exceeded is refused (mistake 8)', (_, made) => {
  expect(made).toThrow('it can never fire');
});
