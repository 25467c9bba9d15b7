import { describe, expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { withServiceLabels } from '#application/service-labels.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { namedValues } from '#promql/metric/choice.js';
import { counter, gauge } from '#promql/metric/declare.js';
import { type Match, matcher, not } from '#promql/metric/match.js';

const named = (match: Match) => namedValues(matcher('queue', match));

describe('the values that a matcher names', () => {
  test('are the one that it is', () => {
    expect(named('q.fast')).toEqual(['q.fast']);
  });

  test('are those of a list', () => {
    expect(named(['q.fast', 'q.bulk', 'in progress'])).toEqual(['q.fast', 'q.bulk', 'in progress']);
  });

  test('are those of a pattern that is a choice of words', () => {
    expect(named(/api|worker/)).toEqual(['api', 'worker']);
  });

  test.each<[string, Match]>([
    ['a pattern', /q\..+/],
    ['any character', /q.fast/],
    ['a class', /\d/],
    ['a group', /(api|worker)-1/],
    ['a negation', not('q.fast')],
    ['a negated list', not(['q.fast', 'q.bulk'])],
  ])('are not known of %s', (_, match) => {
    expect(named(match)).toBeUndefined();
  });

  test('are those of any list of texts', () => {
    const text = fc.stringMatching(/^[\w .:/$+*?()[\]{}|^\\-]+$/);
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (values) => {
        expect(named(values)).toEqual(values);
      }),
    );
  });
});

test('a series in a proof has the first of the values to which its metric is narrowed', () => {
  const sessions = gauge('sessions', { help: 'Sessions', labels: ['kind'] });
  const { labels } = holds(sessions.where({ kind: ['api', 'worker'], pod: /a-.+/ }), {}, 1);
  expect(labels).toEqual({ kind: 'api' });
});

describe('a catalogue', () => {
  const metrics = withServiceLabels(
    catalog({
      requests: counter('requests_total', { help: 'Requests', labels: ['status'] }),
      sessions: gauge('sessions', { help: 'Sessions' }),
    }),
    ['component'],
  );

  test('is narrowed by a label of their Service that all of its metrics have', () => {
    const { requests, sessions } = narrowed(metrics, { namespace: 'default', component: 'api' });
    expect([requests, sessions].map(({ matchers }) => matchers.map(({ label }) => label))).toEqual([
      ['component', 'namespace'],
      ['component', 'namespace'],
    ]);
  });
});
