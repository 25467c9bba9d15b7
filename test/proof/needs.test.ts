import { describe, expect, test } from '@jest/globals';
import { unprovable } from '#proof/needs.js';
import { programOf } from '#proof/tools/tool.js';
import { call, selectors } from '#promql/expr/ast.js';
import { bareMetric } from '#promql/metric/metric.js';
import { provenAlone, sound } from './broken.js';

const old = { text: '2.42.0', major: 2, minor: 42 };
const selector = (name: string) => ({ type: 'selector', metric: bareMetric(name), matchers: [] }) as const;

describe('What the promtool in use does not read', () => {
  test('is refused with the release that does, and why', () => {
    expect(unprovable(old, [{ since: '3.0', why: '"a.b" is a name in quotes' }])).toBe(
      'Promtool 2.42.0 cannot prove it: it needs promtool ≥ 3.0, because "a.b" is a name in quotes. Choose a newer one: cheomseong prove --promtool newest, or PROMTOOL=…/promtool.',
    );
  });

  test('is no matter to one that does', () => {
    expect(unprovable({ text: '3.5.3', major: 3, minor: 5 }, [{ since: '3.0', why: '' }])).toBeUndefined();
  });

  test('leaves an alert unproven, which does not hold', async () => {
    const promtool = { ...(await programOf('promtool')), version: old };
    const { refused } = await provenAlone({ ...sound, expr: selector('a.b') }, { promtool });
    expect(refused).toEqual([expect.stringContaining('≥ 3.0, because "a.b" is a name in quotes')]);
  });

  test('is told of a function too', async () => {
    const promtool = { ...(await programOf('promtool')), version: old };
    const expr = call('histogram_avg', ...selectors(sound.expr).slice(0, 1));
    const { refused } = await provenAlone({ ...sound, expr }, { promtool });
    expect(refused).toEqual([expect.stringContaining('≥ 2.51, because histogram_avg came with it')]);
  });
});
