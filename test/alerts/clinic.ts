import { asWritten } from '#promql/vector/as-written.js';
import { matched } from '#promql/vector/matched.js';
import { on } from '#promql/vector/matching.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { bytes, count, limit, percent, seconds, yes } from '#promql/unit/limit.js';
import { imported } from '#alerts/imported/imported.js';
import { above, atLeast, below, equal, notEqual, present } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { grows, holds, moves } from '#alerts/scenario/behaviour.js';
import { ago, flapping, ramp, samples, stopped } from '#alerts/scenario/motion.js';
import { derived, unproven } from '#alerts/scenario/standing.js';

/** What a clinic's programs export, whose alerts were written long before they came here. */
export const clinicMetrics = catalog({
  up: gauge('up', { help: 'Whether it answers', unit: 'boolean' }),
  available: gauge('clinic_memory_available_bytes', { help: 'Memory that is left', unit: 'bytes' }),
  total: gauge('clinic_memory_size_bytes', { help: 'Memory in all', unit: 'bytes' }),
  patients: gauge('clinic_patients_waiting', { help: 'Patients who wait', labels: ['ward'] }),
  beds: gauge('clinic_beds', { help: 'Beds', labels: ['ward'] }),
  closed: gauge('clinic_ward_closed', { help: 'Whether a ward is closed', labels: ['ward'] }),
  leader: gauge('clinic_leader', { help: 'Which server leads' }),
  disk: gauge('clinic_disk_free_bytes', { help: 'Disk that is left', unit: 'bytes' }),
  backup: gauge('clinic_last_backup_timestamp_seconds', { help: 'The last backup', unit: 'timestamp' }),
  errors: counter('clinic_record_errors_total', { help: 'Records that could not be written' }),
});
const metrics = [clinicMetrics];
const host = { instance: 'records:9100', job: 'clinic' };

const memoryLow = imported('MemoryLow', {
  when: below(
    asWritten('clinic_memory_available_bytes / clinic_memory_size_bytes', { metrics, unit: 'ratio' }),
    percent(10),
  ),
  for: '2m',
  labels: { severity: 'page', team: 'records' },
  annotations: {
    summary: 'Memory of {{ $labels.instance }} is low',
    description:
      '{{ if lt $value 0.05 }}Nearly all{{ else }}Much{{ end }} of it is taken: {{ $value | humanizePercentage }} left',
    runbook_url: 'https://wiki.example.org/MemoryLow',
  },
  proof: derived({
    fires: [
      {
        when: 'clinic_memory_available_bytes of records:9100 is 99',
        series: [
          holds(clinicMetrics.available, host, { was: 100, becomes: 99 }),
          holds(clinicMetrics.total, host, 1000),
        ],
        labels: host,
        reads: { description: 'Much of it is taken: 9.9% left' },
      },
    ],
    quiet: [
      {
        when: 'clinic_memory_available_bytes of records:9100 is 100',
        series: [holds(clinicMetrics.available, host, 100), holds(clinicMetrics.total, host, 1000)],
      },
    ],
  }),
});

const targetDown = imported('Target down!', {
  when: equal(asWritten('up', { metrics, unit: 'boolean' }), { ...yes, value: 0 }),
  labels: { severity: 'critical' },
  annotations: { summary: '{{ $labels.job }} of {{ index $labels "instance" }}{{ $labels.gone }} is down' },
  proof: {
    fires: [
      {
        when: 'up of records:9100 is 0',
        series: [holds(clinicMetrics.up, host, { was: 1, becomes: 0 })],
        labels: host,
      },
    ],
    quiet: [{ when: 'it is up', series: [holds(clinicMetrics.up, host, 1)] }],
  },
});

const ward = { ...host, ward: 'b' };
const wardFull = imported('WardFull', {
  when: present(asWritten('clinic_patients_waiting > on (ward, instance, job) clinic_beds', { metrics })),
  except: [matched(asWritten('clinic_ward_closed == 1', { metrics }), on('ward'))],
  for: '1m',
  labels: { severity: '{{ if gt $value 20.0 }}critical{{ else }}warning{{ end }}' },
  severity: 'critical',
  annotations: {
    message:
      '{{ with query "clinic_beds" }}{{ . | first | value }}{{ end }} beds, {{ printf "%.0f" $value }} wait',
  },
  proof: derived({
    fires: [
      {
        when: 'more wait than there are beds',
        series: [
          holds(clinicMetrics.patients, ward, { was: 4, becomes: 5 }),
          holds(clinicMetrics.beds, ward, 4),
        ],
        labels: { ...ward, severity: 'warning' },
        reads: { message: '4 beds, 5 wait' },
      },
    ],
    quiet: [
      {
        when: 'the ward is closed',
        series: [
          holds(clinicMetrics.patients, ward, { was: 4, becomes: 5 }),
          holds(clinicMetrics.beds, ward, 4),
          holds(clinicMetrics.closed, ward, 1),
        ],
      },
    ],
  }),
});

const nobodyWaits = imported('NobodyWaits', {
  when: present(asWritten('absent(clinic_patients_waiting{ward="a"})', { metrics })),
  for: '5m',
  labels: { severity: 'info' },
  proof: derived({
    fires: [
      {
        when: 'clinic_patients_waiting is missing',
        series: [holds(clinicMetrics.patients, { ...host, ward: 'a' }, { was: 1, becomes: 'missing' })],
        labels: { ward: 'a' },
      },
    ],
    quiet: [{ when: 'it is there', series: [holds(clinicMetrics.patients, { ...host, ward: 'a' }, 1)] }],
  }),
});

const leaderFlaps = imported('LeaderFlaps', {
  when: above(asWritten('changes(clinic_leader[10m])', { metrics }), count(3)),
  proof: derived({
    fires: [
      {
        when: 'clinic_leader of records:9100 flaps',
        series: [moves(clinicMetrics.leader, host, { was: 1, becomes: flapping([1, 2], '1m') })],
        labels: host,
        unsteady: true,
      },
    ],
    quiet: [
      {
        when: 'it flaps less often',
        series: [moves(clinicMetrics.leader, host, { was: 1, becomes: flapping([1, 2], '5m') })],
      },
    ],
  }),
});

const diskFills = imported('DiskFills', {
  when: below(
    asWritten('predict_linear(clinic_disk_free_bytes[30m], 3600)', { metrics, unit: 'bytes' }),
    bytes(0),
  ),
  for: '5m',
  labels: { severity: 'warning' },
  proof: derived({
    fires: [
      {
        when: 'clinic_disk_free_bytes of records:9100 falls by 2 a second',
        series: [moves('clinic_disk_free_bytes', host, { was: 7000, becomes: ramp(7000, -2) })],
        labels: host,
        unsteady: true,
      },
    ],
    quiet: [
      {
        when: 'it falls by 1 a second',
        series: [moves('clinic_disk_free_bytes', host, { was: 7000, becomes: ramp(7000, -1) })],
        lasts: '40m',
      },
    ],
  }),
});

const backupOld = imported('BackupOld', {
  when: above(
    asWritten('time() - clinic_last_backup_timestamp_seconds', { metrics, unit: 'seconds' }),
    seconds('1h'),
  ),
  labels: { severity: 'warning' },
  annotations: { summary: 'No backup for {{ $value | humanizeDuration }}' },
  proof: derived({
    fires: [
      {
        when: 'there is no further backup',
        series: [moves(clinicMetrics.backup, host, { was: ago('5m'), becomes: stopped })],
        labels: host,
        lasts: '70m',
        notBefore: '1h',
        reads: { summary: 'No backup for 1h 9m 45s' },
      },
    ],
    quiet: [
      {
        when: 'the last is always half an hour ago',
        series: [moves(clinicMetrics.backup, host, ago('30m'))],
      },
    ],
  }),
});

const everFailed = imported('RecordLost', {
  when: notEqual(asWritten('clinic_record_errors_total', { metrics }), limit(0, 'count')),
  labels: { severity: 'critical' },
  proof: derived({
    fires: [
      {
        when: 'clinic_record_errors_total of records:9100 grows',
        series: [
          moves('clinic_record_errors_total', host, {
            was: 0,
            becomes: samples('1+1x40', '30s'),
            then: samples('41', '1m'),
          }),
        ],
        labels: host,
        neverClears: 'a counter is compared as it stands',
      },
    ],
    quiet: [{ when: 'it is 0', series: [grows(clinicMetrics.errors, host, 0)] }],
  }),
});

const alive = imported('Alive', {
  when: present(asWritten('vector(1)', { metrics })),
  labels: { severity: 'none' },
  annotations: { summary: 'It is alive' },
  proof: { fires: [{ when: 'rules are evaluated', series: [], labels: {}, always: true }], quiet: [] },
});

const vendor = imported('VendorSays', {
  when: atLeast(asWritten('clinic_leader', { metrics }), count(7)),
  proof: unproven('what 7 means only the vendor knows'),
});

/** Alerts of every kind that others write, some of them derived and one unproven. */
export const clinicGroup = group('clinic.rules', {
  interval: '15s',
  leavesInterval: true,
  limit: 50,
  queryOffset: '10s',
  labels: { site: 'north', team: 'clinic' },
  packs: [
    {
      memoryLow,
      targetDown,
      wardFull,
      nobodyWaits,
      leaderFlaps,
      diskFills,
      backupOld,
      everFailed,
      alive,
      vendor,
    },
  ],
});
