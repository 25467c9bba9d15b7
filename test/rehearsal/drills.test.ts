import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Drill, drillsIn, drillsText, lastDrill } from '#synth/drills/drill.js';
import { keepDrills, keptDrills } from '#synth/drills/kept.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { cluster } from '#cluster/cluster.js';
import { runbookPages } from '#synth/runbooks/page.js';
import { catalogueOf } from '#synth/runbooks/catalogue.js';
import { applicationOf } from '../instrumentation/estate.js';

const observer = applicationOf('observer');

const drill: Drill = {
  application: 'observer',
  alert: 'ObserverDatabaseDown',
  date: '2026-11-29',
  version: '0.10.0',
  pace: 60,
  seconds: 145,
};
const line = (changes: object): string => JSON.stringify({ ...drill, ...changes });

describe('a file of drills', () => {
  test('keeps of each alert the latest, in the order of their names', () => {
    const older = { ...drill, date: '2026-01-01' };
    const other = { ...drill, application: 'ecoeco', alert: 'PostgreSQLDown' };
    expect(drillsIn(drillsText([drill, older, other])).drills).toEqual([other, drill]);
  });

  test('is read as it was written', () => {
    expect(drillsIn(drillsText([drill]))).toEqual({ drills: [drill], faults: [] });
  });

  test.each([
    ['{', 'it is no JSON'],
    [line({ alert: 7 }), 'it does not say application, alert and version'],
    [line({ date: 'yesterday' }), "'yesterday' is no date"],
    [line({ date: '2026-13-01' }), "'2026-13-01' is no date"],
    [line({ pace: 0 }), 'it does not say at which pace it was, from 1 on'],
    [line({ seconds: null }), 'it does not say after how many seconds it was told'],
  ])('is told of a line that is none: %s', (text, why) => {
    expect(drillsIn(`${line({})}\n${text}\n`).faults).toEqual([
      {
        where: 'drills.jsonl:2',
        what: text,
        code: 'bad-drill',
        why,
        cure: 'take the line away, and rehearse the alert again: it writes a line that is right',
      },
    ]);
  });

  test('is added to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'drills-'));
    try {
      writeFileSync(join(folder, 'drills.jsonl'), drillsText([{ ...drill, alert: 'TargetDown' }]));
      keepDrills(folder, [drill]);
      expect(readFileSync(join(folder, 'drills.jsonl'), 'utf8').split('\n')).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('may be missing', () => {
    expect(keptDrills('test/rehearsal')).toEqual({ drills: [], faults: [] });
  });
});

test('a line that is none is a fault of synthesis', () => {
  const { laws } = synthesisOf(
    { places: [cluster('production', { applications: [observer] })] },
    [],
    drillsIn('{'),
  );
  expect(laws.flatMap((law) => law([])).map(({ code }) => code)).toContain('bad-drill');
});

describe('the runbook of an alert', () => {
  const page = (drills: readonly Drill[]): string =>
    runbookPages(observer, drills).get('observer/ObserverDatabaseDown.md') ?? '';

  test('says in English when it was last drilled', () => {
    expect(page([drill])).toContain(
      "### Last drilled\n\n2026-11-29, by Cheomseong 0.10.0: a message arrived 2 minutes 25 seconds after the fault began, told in life's time of a drill that went 60 times as fast.",
    );
  });

  test('says it in Korean', () => {
    expect(page([drill])).toContain(
      '### 마지막 훈련\n\n2026-11-29, Cheomseong 0.10.0: 문제가 시작된 뒤 2분 25초 만에',
    );
  });

  test('says nothing where it never was', () => {
    expect(page([])).not.toContain('Last drilled');
  });
});

describe('the page of all alerts', () => {
  const page = catalogueOf([observer], [drill]);

  test('tells of each its page, severity, condition, who is told, and its last drill', () => {
    expect(page).toContain(
      '| [ObserverDatabaseDown](observer/ObserverDatabaseDown.md) | `critical` | The value is exactly 0 for 2 minutes. | Slack #observer-alerts | 2026-11-29 |',
    );
  });

  test('says of an alert that it was never drilled', () => {
    expect(page).toMatch(/\[ObserverHighLatency\].* \| never \|/);
  });
});

test('the last drill of an alert is found by its application and its name', () => {
  expect(lastDrill([drill], 'ojeomneo', 'ObserverDatabaseDown')).toBeUndefined();
});
