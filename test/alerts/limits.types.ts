// What the compiler must refuse, checked by `npm run check`: each line below such a comment is an error.
import { tooManyRequestsInFlight } from '#alerts/concurrency/too-many-requests-in-flight.js';
import { tooManySessions } from '#alerts/concurrency/too-many-sessions.js';
import { hostCpuHigh } from '#alerts/host/cpu-high.js';
import { hostDiskBusy } from '#alerts/host/disk-busy.js';
import { hostDiskSpaceLow } from '#alerts/host/disk-space-low.js';
import { hostMemoryHigh } from '#alerts/host/memory-high.js';
import { databasePoolExhausted } from '#alerts/pool/database-pool-exhausted.js';
import { called } from '#alerts/text/subject.js';
import { webVitalAlerts } from '#alerts/web.js';
import { nodeExporterMetrics } from '#metrics/node-exporter.js';
import { gauge, histogram, pythonBuckets } from '#promql/metric/declare.js';
import { cores, count, gibibytes, percent, perSecond, seconds } from '#promql/unit/limit.js';

const subject = called('Shop');

hostDiskSpaceLow(subject, nodeExporterMetrics, { left: percent(10) });
hostMemoryHigh(subject, nodeExporterMetrics, { used: percent(90) });
hostCpuHigh(subject, nodeExporterMetrics, { busy: percent(70) });
hostDiskBusy(subject, nodeExporterMetrics, { operations: perSecond(1000) });

// @ts-expect-error Bytes that are left say nothing of a disk whose size nobody knows here.
hostDiskSpaceLow(subject, nodeExporterMetrics, { left: gibibytes(10) });
// @ts-expect-error Of memory a share is told.
hostMemoryHigh(subject, nodeExporterMetrics, { used: gibibytes(14) });
// @ts-expect-error Of CPUs a share is told, however many there are.
hostCpuHigh(subject, nodeExporterMetrics, { busy: cores(2) });
// @ts-expect-error Operations since the start say nothing; a rate does.
hostDiskBusy(subject, nodeExporterMetrics, { operations: count(1000) });
// @ts-expect-error 90 of what?
hostMemoryHigh(subject, nodeExporterMetrics, { used: 90 });

const inUse = gauge('shop_db_connections', { help: 'Database connections checked out' });
databasePoolExhausted(subject, { inUse }, { size: count(30), used: percent(90) });
// @ts-expect-error Size and share the wrong way round.
databasePoolExhausted(subject, { inUse }, { size: percent(90), used: count(30) });
// @ts-expect-error A number of connections in place of the share of them.
databasePoolExhausted(subject, { inUse }, { size: count(30), used: count(27) });
// @ts-expect-error A pool without its size.
databasePoolExhausted(subject, { inUse }, { used: percent(90) });

const duration = histogram('shop_request_duration_seconds', {
  help: 'Time to answer',
  buckets: pythonBuckets,
});
const sessions = gauge('shop_sessions', { help: 'Sessions of visitors' });
tooManyRequestsInFlight(subject, { duration }, { most: count(1000) });
// @ts-expect-error Requests a second are not those in flight at once.
tooManyRequestsInFlight(subject, { duration }, { most: perSecond(1000) });
tooManySessions(subject, { sessions }, { most: count(1000) });
// @ts-expect-error Nobody knows what a session is a share of.
tooManySessions(subject, { sessions }, { most: percent(90) });

const vital = histogram('shop_web_vital_seconds', { help: 'A vital', labels: ['page'], buckets: [1, 2, 4] });
const vitals = { firstContentfulPaint: vital, timeToInteractive: vital };
webVitalAlerts(subject, vitals, { fcp: seconds(1.8), tti: seconds(3), leastLoads: perSecond(2) });
// @ts-expect-error The score of a page in place of its time.
webVitalAlerts(subject, vitals, { fcp: percent(90), tti: seconds(3) });
// @ts-expect-error One limit for two vitals.
webVitalAlerts(subject, vitals, { fcp: seconds(1.8) });
// @ts-expect-error Page loads are counted a second.
webVitalAlerts(subject, vitals, { fcp: seconds(1.8), tti: seconds(3), leastLoads: count(30) });
