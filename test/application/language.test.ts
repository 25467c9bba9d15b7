import { describe, expect, test } from '@jest/globals';
import { alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import type { Said, Sentences } from '#alerts/rule/says.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { events } from '#alerts/slo/events.js';
import { slo } from '#alerts/slo/slo.js';
import { called } from '#alerts/text/subject.js';
import type { Application, ApplicationSpec } from '#application/application.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import type { Language, Languages, Spoken } from '#ground/language.js';
import { narrowed } from '#promql/metric/catalog.js';
import { count, percent } from '#promql/unit/limit.js';
import { alerting, drawing, openBaskets, shop, shopMetrics } from '../synth/estate/shop.js';

const { baskets, requests } = narrowed(shopMetrics, { namespace: 'shop-prod' });
const said = (): Said => ({
  summary: 'Many baskets are open',
  description: 'Many baskets are open. Look at the till.',
  meaning: 'Many baskets are open.',
  impact: 'None.',
  check: 'Look.',
  action: 'Close some.',
});
const manyBaskets = (name: string, says: Sentences<never, 'count'>) =>
  alert(name, {
    limit: count(100),
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => above(openBaskets, limit),
    says,
    proof: () => ({
      reading: {
        at: (open) => [holds(baskets, {}, open)],
        well: 3,
        when: (open) => `${open} baskets are open`,
        labels: {},
      },
    }),
  });

const small = (spec: Partial<ApplicationSpec>): Application =>
  shop({ scrapes: [], exporters: [], groups: [], dashboards: [], ...spec });
/** A shop with two alerts of its own that are said in these. */
const saying = (says: Sentences<never, 'count'>, language: ApplicationSpec['language']) =>
  small({ language, groups: alerting(manyBaskets('Many', says), manyBaskets('More', says)) });

describe('an application in English', () => {
  test('needs no word of Korean', () => {
    expect(saying({ en: said }, 'en').languages).toEqual(['en']);
  });

  test('is refused, once, where its alerts are in Korean alone (mistake 81)', () => {
    expect(() => saying({ ko: said }, 'en')).toThrow(
      "application 'shop': language: it is told in English, and this is not said in it: Many, More; write 'en' in what says it, or name the languages that it speaks: language: 'ko'",
    );
  });

  test('is refused where a panel is described in Korean alone', () => {
    const panels = [timeseries('Baskets', { description: { ko: '장바구니입니다.' }, signal: openBaskets })];
    expect(() => small({ dashboards: [drawing(openBaskets, { panels })] })).toThrow(
      "panel 'Baskets': has no description in English, in which the dashboard is written; write 'en' in its description",
    );
  });

  test('may draw a panel that is described in English alone', () => {
    const description = { en: 'Baskets that are open.' };
    const panels = [timeseries('Baskets', { description, signal: openBaskets })];
    expect(small({ dashboards: [drawing(openBaskets, { panels, description })] }).dashboards).toHaveLength(1);
  });
});

describe('an application in several languages', () => {
  test('tells its messages in the first', () => {
    expect(saying({ ko: said, en: said }, ['ko', 'en']).language).toBe('ko');
  });

  test('is refused where its alerts are not said in one of them (mistake 81)', () => {
    expect(() => saying({ ko: said }, ['ko', 'en'])).toThrow('it is told in English');
  });
});

test('a language that nobody knows here is refused, with those that are known', () => {
  // As of a description that is read from elsewhere.
  const language: Language = JSON.parse('"eng"');
  expect(() => small({ language })).toThrow("'eng' is no language that is known here; write one of: ko, en");
});

test.each([
  ['no language', '[]', 'language: it is told in none; write one of: ko, en'],
  ['one language twice', '["en", "en"]', "language: 'en' stands here twice; leave one out"],
])('%s is refused', (_, languages, fault) => {
  const language: Languages = JSON.parse(languages);
  expect(() => small({ language })).toThrow(fault);
});

test('an alert that is said in no language is refused', () => {
  const nothing: Sentences<never, 'count'> = JSON.parse('{}');
  expect(() => manyBaskets('Many', nothing)).toThrow('says: it is said in no language; write it in that of');
});

describe('an objective', () => {
  const named = (title: Spoken, failures: Spoken) =>
    slo('Availability', {
      application: 'shop',
      subject: called('Shop'),
      title,
      sli: events({
        total: requests,
        bad: requests.where({ status: /5../ }),
        failures,
        example: { good: { status: '200' }, bad: { status: '500' } },
      }),
      objective: percent(99.9),
    });

  test('speaks the languages that its title and its indicator both do', () => {
    const { burn1h } = named({ ko: '가용성', en: 'Availability' }, { en: 'requests answered 5xx' }).alerts;
    expect(Object.keys(burn1h.texts)).toEqual(['en']);
  });

  test('has no word of another in what it says', () => {
    const { burn1h } = named({ en: 'Availability' }, { en: 'requests answered 5xx' }).alerts;
    expect(JSON.stringify([burn1h.texts, burn1h.runbook])).not.toMatch(/[가-힣]/);
  });

  test('that has no language in which all of it is said is refused', () => {
    expect(() => named({ ko: '가용성' }, { en: 'requests answered 5xx' })).toThrow(
      'slo Availability: title: its title is said in Korean, and what its indicator counts in English; say both in the language of the application',
    );
  });
});
