import { describe, expect, test } from '@jest/globals';
import { compared } from '#review/compare/compare.js';
import { alert, application, meaning, meant, pager, place, slack, telling } from './meant.js';
import { firstLineOf, pageOf } from './page.js';

const [high, down] = [alert('HighErrorRate'), alert('PodDown')];
const before = meant({ alerts: [high, down] });
const becoming = (...alerts: readonly (typeof high)[]) => meant({ alerts });

describe('The first line tells that', () => {
  test('critical alerts no longer page', () => {
    const quiet = [high, down].map((each) => ({ ...each, told: [slack] }));
    expect(firstLineOf(before, becoming(...quiet))).toBe('# 2 critical alerts no longer page.');
  });

  test('critical alerts that paged are gone', () => {
    expect(firstLineOf(before, becoming())).toBe('# 2 critical alerts that paged are gone.');
  });

  test('a critical alert that paged is gone, apart from one that is there and pages no longer', () => {
    expect(firstLineOf(before, becoming({ ...down, told: [slack] }))).toBe(
      '# 1 critical alert that paged is gone; 1 critical alert no longer pages.',
    );
  });

  test('an alert that paged is gone, though it was not critical', () => {
    const warning = { ...high, severity: 'warning' };
    expect(firstLineOf(meant({ alerts: [warning] }), becoming())).toBe('# 1 alert that paged is gone.');
  });

  test('a critical alert that paged nobody is gone', () => {
    const one = meant({ alerts: [{ ...high, told: [slack] }] });
    expect(firstLineOf(one, becoming())).toBe('# 1 critical alert is gone.');
  });

  test('an alert is told to nobody', () => {
    const one = meant({ alerts: [{ ...high, severity: 'warning', told: [slack] }] });
    const after = meant({ alerts: [{ ...high, severity: 'warning', told: [] }] });
    expect(firstLineOf(one, after)).toBe('# 1 alert is told to nobody.');
  });

  test('nothing changes for anybody on call, where nothing does', () => {
    expect(firstLineOf(before, before)).toBe('# Nothing changes for anybody on call.');
  });

  test('nothing changes for anybody on call, where only texts do', () => {
    expect(firstLineOf(before, becoming({ ...high, texts: 'other' }, down))).toBe(
      '# Nothing changes for anybody on call.',
    );
  });

  test('the worst comes before the rest', () => {
    const after = becoming(
      { ...high, told: [slack] },
      { ...down, for: '10m' },
      alert('Fresh', { expr: 'up == 0' }),
    );
    expect(firstLineOf(before, after)).toBe(
      '# 1 critical alert no longer pages; 1 alert fires otherwise; 1 alert is new.',
    );
  });

  test('an alert that is in two places is one', () => {
    const both = (told: readonly (typeof slack)[]) => {
      const shop = application({ alerts: [{ ...high, told }] });
      return meaning(place([shop]), place([shop], { name: 'standby' }));
    };
    expect(firstLineOf(both([slack, pager]), both([slack]))).toBe('# 1 critical alert no longer pages.');
  });
});

describe('In words it is said that', () => {
  const said = (after: Partial<typeof high>): string =>
    pageOf(meant({ alerts: [high] }), becoming({ ...high, ...after }));

  test('a limit is another, and how long it must be crossed', () => {
    const after = { limit: { value: 0.02, unit: 'ratio', text: '2%' }, for: '10m' };
    expect(said(after)).toContain('**HighErrorRate** fires at 2% instead of 5%, after 10m instead of 5m');
  });

  test('an alert fires less easily', () => {
    const after = { limit: { value: 0.5, unit: 'ratio', text: '50%' } };
    expect(said(after)).toContain('fires at 50% instead of 5% (less easily than before)');
  });

  test('an alert fires more easily, of a limit from below', () => {
    const from = { ...high, operator: '<', limit: { value: 1, unit: 'count', text: '1' } };
    const to = { ...from, limit: { value: 2, unit: 'count', text: '2' } };
    expect(pageOf(meant({ alerts: [from] }), becoming(to))).toContain(
      'fires at 2 instead of 1 (more easily than before)',
    );
  });

  test('it looks back otherwise', () => {
    expect(said({ windows: ['10m'], expr: high.expr.replaceAll('5m', '10m') })).toContain(
      'fires looking back 10m instead of 5m',
    );
  });

  const guarded = (limit: number, guard: number): Partial<typeof high> => ({
    limit: { value: limit, unit: 'ratio', text: `${limit * 100}%` },
    expr: `errors / requests > ${limit} and requests > ${guard}`,
  });
  const guardedText = (limit: number, guard: number): string =>
    pageOf(
      meant({ alerts: [{ ...high, ...guarded(0.05, 10) }] }),
      becoming({ ...high, ...guarded(limit, guard) }),
    );

  test('its limit is another, and numbers beside it are too', () => {
    expect(guardedText(0.02, 1_000)).toMatch(
      /fires at 2% instead of 5%, and has other numbers elsewhere in its expression \([^]*Now: `[^`]*> 1000`/,
    );
  });

  test('its limit alone is another where no number beside it is', () => {
    expect(guardedText(0.02, 10)).toContain('fires at 2% instead of 5% (more easily than before)');
  });

  test('its window is another, and a number beside it is too', () => {
    const expr = high.expr.replaceAll('5m', '10m').replace('0.05', '0.06');
    expect(said({ windows: ['10m'], expr })).toContain(
      'fires looking back 10m instead of 5m, and has other numbers elsewhere in its expression',
    );
  });

  test('nothing changes where lengths of time are written otherwise', () => {
    const after = {
      for: '300s',
      windows: ['300s'],
      interval: '30000ms',
      expr: high.expr.replaceAll('5m', '300s'),
    };
    expect(said(after)).toContain('Nothing changes for anybody on call.');
  });

  test('it asks something else, with both expressions', () => {
    expect(said({ expr: 'other_metric > 0.05' })).toMatch(
      /asks something else[^]*Before: `sum[^]*Now: `other_metric/,
    );
  });

  test('its severity is another', () => {
    expect(said({ severity: 'warning' })).toContain('is warning instead of critical');
  });

  test('somebody else is told', () => {
    expect(said({ told: [telling('Slack #other'), pager] })).toContain(
      'is told to Slack #other instead of Slack #shop',
    );
  });

  test('somebody is told besides', () => {
    expect(said({ told: [slack, pager, telling('Slack #other')] })).toContain('is told to Slack #other too');
  });

  test('somebody is told of what nobody was told of', () => {
    const alone = meant({ alerts: [{ ...high, told: [] }] });
    expect(pageOf(alone, becoming({ ...high, told: [slack] }))).toContain(
      'is told to Slack #shop, and was told to nobody',
    );
  });

  test('who paged does so within hours alone', () => {
    const office = telling('PagerDuty', { hours: 'only in office (Mon–Fri 00:00–09:00 UTC)' });
    expect(said({ told: [slack, office] })).toContain('# 1 critical alert no longer pages.');
  });

  test('it is held back while another fires', () => {
    expect(said({ inhibited: ['while {alertname="PodDown"} fires'] })).toContain(
      'is held back while {alertname="PodDown"} fires',
    );
  });

  test('only texts are others', () => {
    expect(said({ texts: 'other', summary: 'Else' })).toMatch(
      /## Only texts[^]*“Else” instead of “HighErrorRate of shop”/,
    );
  });

  test('its limit is another, and not its texts too, in which that stands', () => {
    expect(said({ limit: { value: 0.02, unit: 'ratio', text: '2%' }, texts: 'other' })).not.toContain(
      'Only texts',
    );
  });
});

describe('An alert that is gone and one that is new', () => {
  const kindsOf = (after: typeof high) =>
    compared(meant({ alerts: [high] }), becoming(after)).map(({ kind }) => kind);

  test('are one by another name where they ask the same', () => {
    expect(kindsOf({ ...high, key: 'Errors', name: 'Errors', texts: 'e', runbook: 'e' })).toContain(
      'renamed',
    );
  });

  test('end silences and history where they are one', () => {
    const after = becoming({ ...high, key: 'Errors', name: 'Errors' });
    expect(pageOf(meant({ alerts: [high] }), after)).toContain(
      '**Errors** is what HighErrorRate was: its silences and its history end',
    );
  });

  test('are two where they ask something else', () => {
    expect(kindsOf(alert('Full', { expr: 'disk_used_bytes / disk_size_bytes > 0.9' }))).toEqual([
      'removed',
      'added',
    ]);
  });

  test('stand under what is gone, renamed or new, with whom the one told', () => {
    expect(pageOf(meant({ alerts: [high] }), becoming())).toMatch(
      /## Alerts that are gone, renamed or new\n\n- \*\*HighErrorRate\*\* is gone; told so far: Slack #shop, PagerDuty/,
    );
  });

  test('that paged come first in what programs read, before one that pages no longer', () => {
    const kinds = compared(before, becoming({ ...high, told: [slack] })).map(({ kind }) => kind);
    expect(kinds).toEqual(['removed', 'unpaged']);
  });

  test('are told to be one with what else is other', () => {
    const after = becoming({ ...high, key: 'Errors', name: 'Errors', told: [slack] });
    expect(firstLineOf(meant({ alerts: [high] }), after)).toBe(
      '# 1 critical alert no longer pages; 1 alert has another name.',
    );
  });
});

describe('A proof is told to be weaker', () => {
  const proven = (proof: Partial<typeof high.proof>): string =>
    pageOf(meant({ alerts: [high] }), becoming({ ...high, proof: { ...high.proof, ...proof } }));

  test('where a scenario is gone', () => {
    expect(proven({ quiet: [] })).toContain('no longer held to be quiet when “4.9% of requests fail”');
  });

  test('where it is shown to fire far over its limit alone', () => {
    const fires = [{ when: '5.1% of requests fail', says: '50% fail', content: 'far' }];
    expect(proven({ fires })).toContain('is shown by “50% fail” instead of “5.1% fail”');
  });

  test('where nobody confirms it any more', () => {
    expect(proven({ standing: 'derived' })).toContain('derived from its expression alone');
  });

  test('where more changes of the rule would pass', () => {
    const held = meant({ alerts: [{ ...high, proof: { ...high.proof, survived: [] } }] });
    const after = becoming({ ...high, proof: { ...high.proof, survived: ['> → >= in errors'] } });
    expect(pageOf(held, after)).toContain(
      '1 more changes of the rule would pass unnoticed: `> → >= in errors`',
    );
  });

  test('and not where its numbers follow its limit', () => {
    const after = {
      ...high,
      limit: { value: 0.02, unit: 'ratio', text: '2%' },
      expr: high.expr.replace('0.05', '0.02'),
      proof: {
        ...high.proof,
        fires: [{ when: '2.1% of requests fail', says: '2.1% fail', content: 'a' }],
        quiet: [{ when: '1.9% of requests fail', says: '', content: 'b' }],
      },
    };
    expect(pageOf(meant({ alerts: [high] }), becoming(after))).not.toContain('## Proofs');
  });
});
