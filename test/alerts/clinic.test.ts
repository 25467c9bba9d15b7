import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { alertsOf } from '#application/application.js';
import { runbookPages } from '#synth/runbooks/page.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesized } from '#synth/synth.js';
import { clinic } from './clinic-application.js';
import { inProduction } from '../place.js';

const { charts, laws } = synthesisOf(inProduction([clinic]));
const made = synthesized(charts, laws, 'dist');

describe('an application of nothing but alerts of others', () => {
  test('is synthesized', () => {
    expect(made.faults).toEqual([]);
  });

  test('is told what is doubtful in them', () => {
    expect([...new Set(made.hints.map(({ code }) => code))].sort()).toEqual([
      'counter-compared-raw',
      'division-by-zero',
      'environments-mixed',
      'needs-newer-prometheus',
      'never-done',
      'overwritten-label',
    ]);
  });

  test('has them in their group, named and labelled as they were', () => {
    expect(made.files.get('production/clinic/PrometheusRule.clinic.yaml')).toContain(
      [
        '        team: clinic',
        '      rules:',
        '        - alert: MemoryLow',
        '          expr: clinic_memory_available_bytes / clinic_memory_size_bytes < 0.1',
      ].join('\n'),
    );
  });
});

describe('the page of an alert of others', () => {
  const pages = runbookPages(clinic);

  test('says what its message says, links where that does, and tells when it fires', () => {
    expect(pages.get('clinic/MemoryLow.md')).toBe(
      [
        '# MemoryLow',
        'Clinic · `critical` · clinic',
        '## English',
        '### What it says',
        [
          '- summary: `Memory of {{ $labels.instance }} is low`',
          '- description: `{{ if lt $value 0.05 }}Nearly all{{ else }}Much{{ end }} of it is taken: {{ $value | humanizePercentage }} left`',
          '- [runbook_url](https://wiki.example.org/MemoryLow)',
        ].join('\n'),
        '### When it fires',
        'The value is under 10% for 2 minutes. After the beginning of a fault it fires within 3 minutes (scraped every 30 seconds, evaluated every 15 seconds).',
        '### Who is told',
        '- Slack #clinic',
        '## PromQL',
        '```promql\nclinic_memory_available_bytes / clinic_memory_size_bytes < 0.1\n```\n',
      ].join('\n\n'),
    );
  });

  test('has a name that a file may have', () => {
    expect([...pages.keys()]).toContain('clinic/Target-down-.md');
  });

  test('says of what tells by being there that it does', () => {
    expect(pages.get('clinic/NobodyWaits.md')).toContain('The expression below has a series for 5 minutes.');
  });
});

test('Its texts are the same in whichever language an application is told', () => {
  const texts = alertsOf(clinic)
    .filter(({ imported }) => imported)
    .map(({ texts }) => inLanguage(texts, 'ko')['summary']);
  expect(texts).toContain('Memory of {{ $labels.instance }} is low');
});
