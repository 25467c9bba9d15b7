import type { Counter } from '#promql/metric/metric.js';
import { not } from '#promql/metric/match.js';
import type { Window } from '#promql/unit/window.js';
import { max } from '#promql/vector/aggregate.js';
import { add } from '#promql/vector/arithmetic.js';
import { rate } from '#promql/vector/select.js';

type Operations = Counter<'instance' | 'device', 'count'>;

/** The metrics of node_exporter by which the work of a host's disks is watched. */
export interface IoMetrics {
  readonly diskReads: Operations;
  readonly diskWrites: Operations;
}

/**
 * What is no disk of its own, as far as names tell: memory, images and drives; partitions; and what is made of disks
 * (LVM, encryption, RAID), whose work they do. node_exporter leaves out the first and most partitions by itself.
 */
const noDisks = /(z?ram|loop|fd|sr)\d+|([hsv]|xv)d[a-z]+\d+|(nvme\d+n\d+|mmcblk\d+)p\d+|dm-\d+|md\d+(p\d+)?/;

/** One of each kind, for a proof: partitions, a file that is mounted, and what is made of disks. */
export const partsOfDisks = ['sda1', 'nvme0n1p2', 'loop0', 'dm-0'] as const;

const perDisk = { by: ['instance', 'device'] } as const;

/** Reads and writes that each disk of each host completes, a second; counted once, by however many Services its exporter is scraped. */
export const diskOperations = ({ diskReads, diskWrites }: IoMetrics, window: Window) => {
  const perSecond = (operations: Operations) =>
    max(rate(operations.where({ device: not(noDisks) }), window), perDisk);
  return add(perSecond(diskReads), perSecond(diskWrites));
};
