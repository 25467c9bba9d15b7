import { describe, expect, test } from '@jest/globals';
import { slo } from '#alerts/slo/slo.js';
import { untyped } from '../../untyped.js';
import { availability } from './table.js';

const { sli, title } = availability;
const objective = (facts: object) =>
  untyped(slo, 'Availability', {
    application: 'shop',
    subject: { ko: 'Shop', en: 'Shop' },
    title,
    sli,
    objective: { value: 0.999, unit: 'ratio' },
    ...facts,
  });

test('an objective that is all there is taken', () => {
  expect(objective({})).not.toThrow();
});

describe('where types are put aside, an objective is refused for (mistake 86)', () => {
  test.each([
    ['no title', { title: undefined }, 'slo Availability: title: it is left out'],
    ['a title that is a text', { title: 'Availability' }, "title: 'Availability' is no object of fields"],
    ['a share without a unit', { objective: 0.999 }, 'objective: 0.999 has no unit'],
    ['no indicator', { sli: undefined }, 'sli: it is left out'],
    ['a subject that is a text', { subject: 'Shop' }, "subject: 'Shop' is no object of fields"],
    ['a window that there is not', { alerts: ['2h'] }, "alerts[0]: '2h' is none of 1h, 6h, 1d, 3d"],
    ['a field that is misspelt', { leastFailure: 3 }, "there is no field 'leastFailure'"],
  ])('%s', (_, facts, why) => {
    expect(objective(facts)).toThrow(why);
  });
});
