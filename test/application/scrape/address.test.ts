import { describe, expect, test } from '@jest/globals';
import { pathFaults } from '#application/scrape/address.js';
import { asking } from './asking.js';

describe('a path that Prometheus would escape is refused (mistake 67):', () => {
  test.each([
    [
      '/metrics/detailed?family=queue_coarse_metrics',
      "'/metrics/detailed?family=queue_coarse_metrics' is more than a path: Prometheus would ask for '/metrics/detailed%3Ffamily=queue_coarse_metrics'",
      "write path: '/metrics/detailed', params: { family: ['queue_coarse_metrics'] }",
    ],
    [
      '/probe?module=a&module=b&auth-by=x%20y',
      "'/probe?module=a&module=b&auth-by=x%20y' is more than a path: Prometheus would ask for '/probe%3Fmodule=a&module=b&auth-by=x%2520y'",
      "write path: '/probe', params: { module: ['a', 'b'], 'auth-by': ['x y'] }",
    ],
    [
      '/metrics?',
      "'/metrics?' is more than a path: Prometheus would ask for '/metrics%3F'",
      "write path: '/metrics'",
    ],
    [
      '/metrics#top',
      "'/metrics#top' is more than a path: Prometheus would ask for '/metrics%23top'",
      "write path: '/metrics'",
    ],
    ['/metrics ', "'/metrics ' holds a space: Prometheus would ask for '/metrics%20'", "write '/metrics'"],
    [
      '/a%2Fb',
      "'/a%2Fb' is escaped already: Prometheus would ask for '/a%252Fb'",
      'name a path that needs no escape',
    ],
  ])('%s', (path, why, cure) => {
    expect(pathFaults(path)).toEqual([{ where: 'path', what: path, code: 'bad-path', why, cure }]);
  });

  test('by whoever makes the scrape', () => {
    expect(() => asking({ path: '/metrics?all=1' })).toThrow("params: { all: ['1'] }");
  });
});

test('a path that needs no escape is taken', () => {
  expect(pathFaults('/actuator/prometheus-2.0/_all~')).toEqual([]);
});

test('a path that does not begin with / is refused', () => {
  expect(() => asking({ path: 'metrics' })).toThrow(
    "path: 'metrics' does not begin with /; write '/metrics'",
  );
});

describe('a parameter', () => {
  test('without a name is refused', () => {
    expect(() => asking({ params: { '': ['x'] } })).toThrow('params: a parameter has no name');
  });

  test('without a value is refused, where the compiler cannot see it', () => {
    // @ts-expect-error A parameter without a value.
    expect(() => asking({ params: { family: [] } })).toThrow('params: the parameter family has no value');
  });

  test.each(['token', 'api_key', 'x-api-key', 'PASSWORD'])(
    'that is secret by its name is refused: %s (mistake 19)',
    (name) => {
      expect(() => asking({ params: { [name]: ['hunter2'] } })).toThrow(
        `params.${name}: it would be committed and readable by everybody; give it as bearerToken or basicAuth, by secret(name, key)`,
      );
    },
  );

  test('that is secret by its name is not repeated', () => {
    expect(() => asking({ params: { token: ['hunter2'] } })).not.toThrow('hunter2');
  });
});
