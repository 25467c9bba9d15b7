import { imported } from '#alerts/imported/imported.js';
import type { ImportedSpec } from '#alerts/imported/spec.js';
import { type AlertSpec, alert } from '#alerts/rule/alert.js';
import { above, present } from '#alerts/rule/condition.js';
import { override } from '#alerts/rule/pack.js';
import type { OwnRule } from '#alerts/rule/rule.js';
import { moves } from '#alerts/scenario/behaviour.js';
import { ago, ramp } from '#alerts/scenario/motion.js';
import { derived } from '#alerts/scenario/standing.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { bytes, count, percent } from '#promql/unit/limit.js';
import { sum } from '#promql/vector/aggregate.js';
import { asWritten } from '#promql/vector/as-written.js';
import { matched } from '#promql/vector/matched.js';
import { ignoring, on } from '#promql/vector/matching.js';
import { rawPromql } from '#promql/vector/raw.js';
import { rate, value } from '#promql/vector/select.js';

const free = gauge('disk_free_bytes', { help: 'Disk that is left', unit: 'bytes', labels: ['device'] });
const requests = counter('shop_requests_total', { help: 'Requests', labels: ['path'] });
const metrics = [catalog({ free, requests })];
const written = asWritten('disk_free_bytes', { metrics, unit: 'bytes' });
declare const spec: Omit<ImportedSpec, 'when'>;
declare const own: AlertSpec<'path' | 'instance', 'perSecond'>;
const { proof: _, ...unproven } = spec;
void _;

// @ts-expect-error an alert without a proof, and without a word of why
imported('DiskFull', { ...unproven, when: present(written) });
// @ts-expect-error a derived proof that never fires
imported('DiskFull', { ...spec, when: present(written), proof: derived({ fires: [], quiet: [] }) });
// @ts-expect-error a limit in another unit than the values
above(written, percent(5));
// @ts-expect-error without a unit it is a plain number
above(asWritten('disk_free_bytes', { metrics }), bytes(5));
// @ts-expect-error a condition without a limit is none of an alert of one's own, whose sentences say it
alert('ManyRequests', { ...own, when: () => present(written) });
// @ts-expect-error a severity that is none of ours stands among its labels
imported('DiskFull', { ...spec, when: present(written), severity: 'page' });

// Of one that has a limit an application gives another, in its unit.
const full = imported('DiskFull', { ...spec, when: above(written, bytes(5)) });
override({ full }, { full: { limit: bytes(7) } });
// @ts-expect-error in another it is refused
override({ full }, { full: { limit: count(7) } });

const there = imported('DiskThere', { ...spec, when: present(written) });
override({ there }, { there: { for: '5m' } });
timeseries('Disk', { description: 'Disk', signal: sum(value(free)), limits: [full] });
// @ts-expect-error without a limit there is nothing to draw
timeseries('Disk', { description: 'Disk', signal: sum(value(free)), limits: [there] });

// @ts-expect-error it has no page of its own
export const page: OwnRule = full;

// @ts-expect-error a line across a panel has the unit of what it shows
timeseries('Disk', { description: 'Disk', signal: sum(rate(requests, '5m')), limits: { red: bytes(5) } });

// Beside a signal, what has other labels says by which it is matched.
const perPath = sum(rate(requests, '5m'), { by: ['path'] });
alert('ManyRequests', { ...own, given: () => matched(perPath, on('path')) });
alert('ManyRequests', { ...own, except: () => matched(perPath, on('path')) });
// @ts-expect-error by a label that the signal does not have
alert('ManyRequests', { ...own, given: () => matched(sum(value(free), { by: ['device'] }), on('device')) });
// @ts-expect-error by a label that the vector does not have
matched(perPath, on('instance'));
// @ts-expect-error ignoring a label that the vector does not have
matched(perPath, ignoring('device'));
// @ts-expect-error a vector of other labels without a word on how it is matched
alert('ManyRequests', { ...own, given: () => perPath });

// Series as scraped are alerted on where they say so.
above(rawPromql('disk_free_bytes', { labels: 'scraped', unit: 'bytes', metrics }), bytes(5));

// @ts-expect-error a motion is a value, or made by a word for it
moves(free, {}, { was: 1, becomes: 'up' });
// @ts-expect-error a length of time is no number
ago(600);
// @ts-expect-error a ramp has a beginning and a slope
ramp(5);
