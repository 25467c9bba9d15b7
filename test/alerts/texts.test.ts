import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { isOwn } from '#alerts/rule/rule.js';
import { estate } from '../estate.js';
import { ownAlertsOf } from '../own-alerts.js';
import { canteenGroup } from './canteen.js';
import { laundryGroup } from './laundry.js';
import { shopGroup } from './packs.js';

const alerts = [...shopGroup.alerts, ...canteenGroup.alerts, ...laundryGroup.alerts].filter(isOwn);
const names = alerts.map((alert) => [`${alert.name} (${alert.texts.en?.summary})`, alert] as const);

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  test('no two alerts have the same summary', () => {
    const summaries = alerts.map(({ texts }) =>
      inLanguage(texts, language).summary.replaceAll(/\{\{.*?\}\}/g, '…'),
    );
    expect(new Set(summaries).size).toBe(alerts.length);
  });

  test.each(names)('%s begins with what it is about', (_, { texts }) => {
    expect(inLanguage(texts, language).summary).toMatch(/^(Shop|Canteen|식당|Laundry|빨래방)( [^:]+)?: /);
  });

  test.each(names)('%s says in its runbook where to look', (_, { runbook }) => {
    expect(inLanguage(runbook, language).check).toMatch(/```sh\n/);
  });
});

test.each(names)('%s is written in Korean for those who read Korean', (_, { texts, runbook }) => {
  const { summary, description } = inLanguage(texts, 'ko');
  const { meaning, impact, action } = inLanguage(runbook, 'ko');
  const sentences = [summary, description, meaning, impact, action];
  expect(sentences.filter((text) => !/[가-힣]/.test(text))).toEqual([]);
});

test.each(names)('%s is written in English for those who read English', (_, { texts, runbook }) => {
  expect(JSON.stringify([texts.en, runbook.en])).not.toMatch(/[가-힣]/);
});

/** What the five applications are about, which no pack knows; of a thing that a pack is about it may speak. */
const ofTheFirst =
  /observer|ojeomneo|오점너|ecoeco|sogang|서강|maintenance|유지보수|JSONL|market|시세|증권|data of this time|데이터가 쌓이지|live data|실시간 데이터|FastAPI|another model|대체 모델|uploaded by users|사용자가 올린/i;

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  test.each(names)('%s knows nothing of the first applications’ worlds (mistake 54)', (_, alert) => {
    const { texts, runbook } = alert;
    expect(JSON.stringify([texts[language], runbook[language]])).not.toMatch(ofTheFirst);
  });
});

const everywhere = [
  ...names,
  ...estate
    .filter(({ languages }) => languages.includes('ko'))
    .flatMap((application) =>
      ownAlertsOf(application).map((alert) => [`${application.name} ${alert.name}`, alert] as const),
    ),
];

describe.each(everywhere)('%s', (_, { texts, runbook }) => {
  const korean = inLanguage(texts, 'ko');
  const said = [...Object.values(korean), ...Object.values(inLanguage(runbook, 'ko'))].join('\n');

  // A value's last sound decides between 은 and 는, 이 and 가, 을 and 를: after % it is known, after others it is not.
  test('has no Korean particle after a value that it may not fit', () => {
    const text = said.replaceAll('{{ $value | humanizePercentage }}', '%');
    expect(text).not.toMatch(/\}\} ?(은|는|이|가|을|를|와|과|로|으로)(?![가-힣])/);
  });

  test('has no Korean particle after what it is about that may not fit its name', () => {
    const [name = ''] = korean.summary.split(/ ?\{\{|:/);
    const followed = said
      .split(name)
      .filter((after) => /^(은|는|이|가|을|를|와|과|로|으로)(?![가-힣])/.test(after));
    expect(followed).toEqual([]);
  });
});
