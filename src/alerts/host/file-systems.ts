import type { Gauge } from '#promql/metric/metric.js';
import { not } from '#promql/metric/match.js';
import { max, min } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { positive } from '#promql/vector/compare.js';
import { value } from '#promql/vector/select.js';

type Bytes = Gauge<'instance' | 'device' | 'mountpoint' | 'fstype', 'bytes'>;

/** The metrics of node_exporter by which the space on a host's disks is watched. */
export interface DiskMetrics {
  readonly fileSystemAvailable: Bytes;
  readonly fileSystemSize: Bytes;
}

/** File systems that are no disk, and those that are full from the day they are made: images and discs. */
const noDisks = [
  'tmpfs',
  'ramfs',
  'devtmpfs',
  'overlay',
  'squashfs',
  'erofs',
  'iso9660',
  'udf',
  'fuse.lxcfs',
  'fuse.snapfuse',
] as const;

const onDisks = (bytes: Bytes) => bytes.where({ fstype: not(noDisks) });
const perMount = { by: ['instance', 'device', 'mountpoint'] } as const;

/**
 * The share that users may still write of each file system on a disk, at each place where it is mounted. Read-only ones are
 * not left out by `node_filesystem_readonly`: to an exporter in a container, which sees its host read-only, all seem to be so.
 */
export const diskSpaceLeftByMount = ({ fileSystemAvailable, fileSystemSize }: DiskMetrics) =>
  divide(
    max(value(onDisks(fileSystemAvailable)), perMount),
    positive(max(value(onDisks(fileSystemSize)), perMount)),
  );

/** The same once for each device, however often it is mounted: a bind mount is no disk of its own. */
export const diskSpaceLeft = (metrics: DiskMetrics) =>
  min(diskSpaceLeftByMount(metrics), { by: ['instance', 'device'] });
