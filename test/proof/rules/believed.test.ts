import { expect, describe, test } from '@jest/globals';
import { exportedBy } from '#proof/rules/against/exposition.js';
import { findingsOfAll } from '#proof/rules/findings.js';
import { findingsOf } from '#proof/rules/report.js';
import { isAsked, subjectsOf } from '#proof/rules/subject.js';
import { underived } from '#proof/rules/verdict.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

const subjectOf = (expr: string) => {
  const { groups } = readRules([
    { file: 'a.json', text: JSON.stringify({ groups: [{ name: 'a', rules: [{ alert: 'A', expr }] }] }) },
  ]);
  const [subject] = subjectsOf(groups, understood(groups), {
    scrape: 30,
    evaluation: 30,
    isScrapeTold: true,
  });
  if (subject === undefined) throw new Error('there is no alert');
  return subject;
};

/** How sure it is that a counter which is compared as it stands fires until a restart, by what its program says. */
const unclearing = (type: string): readonly string[] => {
  const subject = subjectOf('shop_orders_total > 10');
  const exported = exportedBy(`# TYPE shop_orders_total ${type}\nshop_orders_total 5\n`, 'shop.prom');
  return (findingsOfAll([subject], new Set(), exported).get(subject) ?? [])
    .filter(({ kind }) => kind === 'cannot clear')
    .map(({ certainty }) => certainty);
};

describe('That a counter compared as it stands cannot clear', () => {
  test('is a fact where its program says that it is a counter', () => {
    expect(unclearing('counter')).toEqual(['fact']);
  });

  test('is a guess by its name where its program does not say', () => {
    expect(unclearing('untyped')).toEqual(['guess']);
  });

  test('is not said where its program says that it is a gauge', () => {
    expect(unclearing('gauge')).toEqual([]);
  });
});

describe('That no real series let it fire', () => {
  const found = (expr: string, scrape?: string) => {
    const subject = subjectOf(expr);
    const exported = scrape === undefined ? undefined : exportedBy(scrape, 'shop.prom');
    return (findingsOfAll([subject], new Set(), exported).get(subject) ?? []).filter(
      ({ kind }) => kind === 'cannot fire',
    );
  };

  test('is a guess, though made ones do', () => {
    expect(found('up > 1')).toMatchObject([
      {
        certainty: 'guess',
        why: "'up > 1' never holds: 'up' lies between 0 and 1, if its metrics are what their names say",
      },
    ]);
  });

  test('is not said beside the fact that none do at all', () => {
    expect(found('up > 1 and up < 0')).toEqual([]);
  });

  test('is not said of a counter by name of which its program says that it is a gauge', () => {
    expect(found('shop_total < 0', '# TYPE shop_total gauge\nshop_total 5\n')).toEqual([]);
  });

  test('is said once where nothing was found', () => {
    const subject = subjectOf('shop_total < 0');
    const verdict = underived(subject, { kind: 'not found', why: 'nothing was found' });
    const findings = findingsOfAll([subject], new Set()).get(subject) ?? [];
    const told = findingsOf({ ...subject, verdict, findings, covered: 'none' });
    expect(told.filter(({ kind }) => kind === 'cannot fire')).toHaveLength(1);
  });
});

describe('What was not found', () => {
  const found = (expr: string) => underived(subjectOf(expr), { kind: 'not found', why: 'nothing was found' });

  test('seems never to fire where kinds are what names say, which is a guess', () => {
    expect(found('sum(rate(shop_orders[5m])) < 0')).toMatchObject({
      kind: 'cannot fire',
      certainty: 'guess',
    });
  });

  test('cannot mature where what it asks for does not last', () => {
    const subject = subjectOf('x == 0 and x offset 1h > 0');
    const asked = isAsked(subject.asked) ? { ...subject.asked, for: 3_600 } : subject.asked;
    expect(underived({ ...subject, asked }, { kind: 'not found', why: 'nothing was found' })).toMatchObject({
      kind: 'cannot mature',
      certainty: 'fact',
    });
  });

  test('is only not found where it may fire', () => {
    expect(found('shop_orders < 0')).toMatchObject({ kind: 'not found' });
  });
});

test('That a count of what is well goes silent is told beside its proof', () => {
  const subject = subjectOf('count(up == 1) < 3');
  expect(findingsOfAll([subject], new Set()).get(subject)).toMatchObject([
    { kind: 'goes silent', certainty: 'guess' },
  ]);
});
