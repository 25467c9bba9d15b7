import { describe, expect, test } from '@jest/globals';
import { estate } from '../estate.js';
import { shop } from '../readme/shop.js';
import { firing } from './firing.js';
import { upOf } from './of-targets.js';

const applications = [...estate, shop].map((each) => [each.name, each] as const);
const told = expect.arrayContaining([expect.stringMatching(/^warning TargetDown\b/)]);

describe('where all targets of an application are down, somebody is told (mistake 33)', () => {
  test.each(applications)('of %s, where none answers', async (_, application) => {
    const series = upOf(application, '1x20 0x120');
    expect(await firing(application, { interval: '30s', series }, ['9m30s', '20m', '70m'])).toEqual([
      expect.not.arrayContaining([expect.stringMatching('TargetDown')]),
      told,
      told,
    ]);
  });

  test.each(applications)('of %s, where none is there any more', async (_, application) => {
    const series = upOf(application, '1x20 stale');
    expect(await firing(application, { interval: '30s', series }, ['9m30s', '20m', '70m'])).toEqual([
      expect.not.arrayContaining([expect.stringMatching('TargetDown')]),
      told,
      told,
    ]);
  });
});
