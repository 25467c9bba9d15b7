import { describe, expect, test } from '@jest/globals';
import { applicationHref, dashboardHref, routeOf } from '#browser/frame/route.js';

describe('Routes of a page', () => {
  test('an application is found by its place and its name', () => {
    expect(routeOf(applicationHref('production', 'a/b 가')).path).toEqual([
      'application',
      'production',
      'a/b 가',
    ]);
  });

  test('a dashboard keeps its range of time and its variables', () => {
    const query = new URLSearchParams({ from: 'now-6h', to: 'now', 'var-namespace': 'shop & co' });
    expect([...routeOf(dashboardHref('api', query)).query]).toEqual([...query]);
  });

  test('nothing behind the # is home', () => {
    expect(routeOf('').path).toEqual([]);
  });

  test('a broken escape is read as it stands', () => {
    expect(routeOf('#/dashboard/50%').path).toEqual(['dashboard', '50%']);
  });
});
