import { describe, expect, test } from '@jest/globals';
import { below, present } from '#alerts/rule/condition.js';
import { group } from '#alerts/rule/group.js';
import { imported } from '#alerts/imported/imported.js';
import { importedRecord } from '#alerts/imported/record.js';
import type { ImportedSpec } from '#alerts/imported/spec.js';
import { prometheusAlert, prometheusGroup } from '#alerts/rule/prometheus.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { derived, unproven } from '#alerts/scenario/standing.js';
import { print } from '#promql/expr/print.js';
import { catalog } from '#promql/metric/catalog.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { bytes, count } from '#promql/unit/limit.js';
import { asWritten } from '#promql/vector/as-written.js';
import { matched } from '#promql/vector/matched.js';
import { ignoring, on } from '#promql/vector/matching.js';
import { clinicGroup } from './clinic.js';

const metrics = [
  catalog({
    free: gauge('disk_free_bytes', { help: 'Disk that is left', unit: 'bytes', labels: ['device'] }),
    mounted: gauge('disk_mounted', { help: 'Whether it is mounted', labels: ['device'] }),
    errors: counter('disk_errors_total', { help: 'Errors', labels: ['device'] }),
  }),
];
const proof = unproven('it is an example');
const free = asWritten('disk_free_bytes', { metrics, unit: 'bytes' });
const context = { application: 'clinic', namespace: 'ward', language: 'en' } as const;
const ruleOf = (spec: Partial<ImportedSpec> = {}) =>
  prometheusAlert(imported('DiskFull', { when: below(free, bytes(5)), proof, ...spec }), context);

describe('what is rendered of an alert as it was written elsewhere', () => {
  test('has its own labels, and those by which it is routed here', () => {
    expect(ruleOf({ labels: { severity: 'page', team: 'disks' } }).labels).toEqual({
      component: 'clinic',
      application: 'clinic',
      namespace: 'ward',
      severity: 'page',
      team: 'disks',
    });
  });

  test('has no severity where it had none', () => {
    expect(ruleOf().labels).not.toHaveProperty('severity');
  });

  test('has its annotations and nothing that this project adds', () => {
    const annotations = { message: '{{ if true }}{{ $value }}{{ end }}', dashboard: 'https://example.org' };
    expect(
      prometheusAlert(imported('DiskFull', { when: present(free), annotations, proof }), {
        ...context,
        annotations: () => ({ runbook_url: 'https://runbooks.example.org' }),
      }).annotations,
    ).toEqual(annotations);
  });

  test('has no annotations where it had none', () => {
    expect(ruleOf()).not.toHaveProperty('annotations');
  });

  test('is nothing but its expression where it tells by being there', () => {
    expect(ruleOf({ when: present(asWritten('absent(disk_mounted)', { metrics })) }).expr).toBe(
      'absent(disk_mounted)',
    );
  });

  test('has what is given matched as it was, and then what is excepted', () => {
    const mounted = asWritten('disk_mounted', { metrics });
    expect(
      ruleOf({
        given: [mounted, matched(mounted, on('instance'))],
        except: [matched(mounted, ignoring('device'))],
      }).expr,
    ).toBe(
      'disk_free_bytes < 5\nand disk_mounted\nand on (instance) disk_mounted\nunless ignoring (device) disk_mounted',
    );
  });
});

describe('a group as it was written elsewhere', () => {
  const full = imported('Disk full', { when: below(free, bytes(5)), labels: { severity: 'page' }, proof });
  const grouped = (name: string, adds?: readonly 'namespace'[]) =>
    group(name, { interval: '1m', packs: [{ full }], ...(adds && { adds }) });
  const labelsOf = (adds?: readonly 'namespace'[]) =>
    prometheusGroup(grouped('disks', adds), context).rules.map(({ labels }) => labels);

  test('has alerts with no labels but their own where it says so', () => {
    expect(labelsOf([])).toEqual([{ severity: 'page' }]);
  });

  test('has alerts with those of its application that it names', () => {
    expect(labelsOf(['namespace'])).toEqual([{ namespace: 'ward', severity: 'page' }]);
  });

  test('may be called anything that Prometheus takes', () => {
    expect(grouped('disks: all of them').name).toBe('disks: all of them');
  });

  test('says when it is evaluated as the file did', () => {
    const { rules: _, ...settings } = prometheusGroup(clinicGroup, context);
    expect(settings).toEqual({
      name: 'clinic.rules',
      limit: 50,
      query_offset: '10s',
      labels: { site: 'north', team: 'clinic' },
    });
  });

  test('holds two alerts of one name, each with a key of its own', () => {
    const twins = (...keys: readonly string[]) =>
      keys.map((key) => imported('DiskFull', { when: below(free, bytes(5)), key, proof }));
    const [warning, critical] = twins('DiskFull.warning', 'DiskFull.critical');
    const packs = warning && critical ? [{ warning, critical }] : [];
    expect(group('disks', { interval: '1m', packs }).alerts.map(({ name }) => name)).toEqual([
      'DiskFull',
      'DiskFull',
    ]);
  });

  test('is refused with two of them that nobody can tell apart', () => {
    const twin = () => imported('DiskFull', { when: below(free, bytes(5)), proof });
    expect(() => group('disks', { interval: '1m', packs: [{ a: twin(), b: twin() }] })).toThrow(
      'two alerts are called DiskFull; rename one with override(pack, { …: { name } }), or give an imported one a key of its own',
    );
  });
});

describe('what is doubtful in it is told and not refused', () => {
  const hintsOf = (text: string) =>
    imported('x', { when: present(asWritten(text, { metrics })), for: '5m', proof }).hints.map(
      ({ code }) => code,
    );

  test.each([
    ['division-by-zero', 'disk_free_bytes / disk_mounted > 2'],
    ['labels-never-match', 'sum by (device) (disk_free_bytes) / sum by (instance) (disk_free_bytes)'],
    ['selects-nothing', 'disk_free_bytes{device="a", device="b"}'],
    ['no-such-label', 'sum by (color) (sum by (device) (disk_free_bytes))'],
    ['increase-forgotten', 'increase(disk_errors_total[5m]) > 0'],
    ['counter-compared-raw', 'disk_errors_total > 0'],
    ['environments-mixed', 'disk_free_bytes{namespace="a"} < 1 and disk_mounted{namespace="b"}'],
  ])('%s', (code, text) => {
    expect(hintsOf(text)).toContain(code);
  });

  test('a name that is none of ours is no doubt', () => {
    expect(hintsOf('disk_mounted')).toEqual([]);
  });
});

describe('what Prometheus would not load is refused', () => {
  test('a label that is none', () => {
    expect(() => imported('x', { when: present(free), labels: { 'a-b': 'c' }, proof })).toThrow(
      "'a-b' is not a label name",
    );
  });

  test('an expression of another type', () => {
    expect(() => asWritten('rate(disk_errors_total)', { metrics })).toThrow('rate');
  });

  test('a window of a dashboard', () => {
    const when = present(asWritten('rate(disk_errors_total[$__rate_interval])', { metrics }));
    expect(() => imported('x', { when, proof })).toThrow('is a window that only dashboards have');
  });

  test('a metric that is not declared', () => {
    expect(() => asWritten('disk_fre_bytes', { metrics })).toThrow(
      "'disk_fre_bytes': no such metric is declared",
    );
  });
});

describe('its proof', () => {
  const annotations = {
    summary: '{{ $labels.device }} of {{ index $labels "instance" }}{{ $labels.gone }}',
    value: '{{ $value | humanize1024 }}B are left',
  };
  const host = { device: 'sda', instance: 'a:9100' };
  const scenarios = (reads?: Readonly<Record<string, string>>) =>
    imported('x', {
      when: below(free, bytes(5)),
      annotations,
      proof: derived({
        fires: [
          {
            when: 'it is 4',
            series: [holds(gauge('disk_free_bytes', { help: '', labels: ['device'] }), host, 4)],
            labels: host,
            ...(reads && { reads }),
          },
        ],
        quiet: [{ when: 'it is 5', series: [] }],
      }),
    }).scenarios();

  test('fills in labels by itself, those that are missing with nothing', () => {
    expect(scenarios({ value: '4B are left' }).fires[0]?.tells[0].texts.en).toEqual({
      summary: 'sda of a:9100',
      value: '4B are left',
    });
  });

  test('must say what any other template reads (mistake 112)', () => {
    expect(() => scenarios()).toThrow(
      "its annotation value is filled in by a template, and no scenario says what it then reads; give what Prometheus renders: reads: { value: '…' }",
    );
  });

  test('says nothing of annotations that there are not', () => {
    expect(() => scenarios({ value: '4B', text: '' })).toThrow('it has no annotation text');
  });

  test('may be derived, until somebody confirms it', () => {
    expect(scenarios({ value: '' }).standing).toEqual({ is: 'derived' });
  });

  test('may be missing for a reason', () => {
    expect(imported('x', { when: present(free), proof }).scenarios()).toEqual({
      fires: [],
      quiet: [],
      standing: { is: 'unproven', why: 'it is an example' },
    });
  });

  test.each(['', ' ', 'TODO'])('is not left out with %j for a reason (mistake 110)', (why) => {
    expect(() => unproven(why)).toThrow('it does not say why there is no proof');
  });
});

describe('overridden, it is the same', () => {
  const full = imported('DiskFull', {
    when: below(free, bytes(5)),
    labels: { severity: 'page', team: 'disks' },
    proof,
  });

  test('with another limit', () => {
    expect(print(full.redefined({ limit: bytes(7) }).expr)).toBe('disk_free_bytes < 7');
  });

  test('with another severity among its labels', () => {
    expect(full.redefined({ severity: 'critical' }).labels).toEqual({ severity: 'critical', team: 'disks' });
  });

  test('but for a limit where it has none', () => {
    const there = imported('DiskThere', { when: present(free), proof });
    expect(() => there.redefined({ limit: count(5) })).toThrow(
      'it tells by being there, and is compared with nothing',
    );
  });

  test('but for a window, which stands in its expression', () => {
    expect(() => full.redefined({ window: '5m' })).toThrow('its windows stand in its expression');
  });
});

describe('a recording rule as it was written elsewhere', () => {
  const labels = { quantile: '0.9' };
  const busy = importedRecord('disk_busy', asWritten('sum by (device) (disk_errors_total)', { metrics }), {
    labels,
  });

  test('is rendered with its labels, whatever it is called', () => {
    const rules = prometheusGroup(
      group('disks', { interval: '1m', packs: [], records: [busy] }),
      context,
    ).rules;
    expect(rules).toEqual([{ record: 'disk_busy', expr: 'sum by (device) (disk_errors_total)', labels }]);
  });

  test('is read with the labels that it adds', () => {
    const read = asWritten('max by (quantile) (disk_busy)', { metrics: [...metrics, { busy: busy.metric }] });
    expect(imported('x', { when: present(read), proof }).hints).toEqual([]);
  });

  test('is called as Prometheus allows', () => {
    expect(() => importedRecord('disk busy', free)).toThrow("'disk busy' is no name of a metric");
  });
});
