import { expect, describe, test } from '@jest/globals';
import { exportedBy } from '#proof/rules/against/exposition.js';
import { findingsOfAll } from '#proof/rules/findings.js';
import { subjectsOf } from '#proof/rules/subject.js';
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

describe('What was not found', () => {
  const found = (expr: string) => underived(subjectOf(expr), { kind: 'not found', why: 'nothing was found' });

  test('seems never to fire where kinds are what names say, which is a guess', () => {
    expect(found('sum(rate(shop_orders[5m])) < 0')).toMatchObject({
      kind: 'cannot fire',
      certainty: 'guess',
    });
  });

  test('is only not found where it may fire', () => {
    expect(found('shop_orders < 0')).toMatchObject({ kind: 'not found' });
  });
});
