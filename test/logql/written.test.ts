import { describe, expect, test } from '@jest/globals';
import { labelsIn, selectorsWritten } from '#logql/written.js';

describe('the labels by which LogQL that somebody wrote selects streams', () => {
  test.each([
    ['{namespace="$namespace", app=~"a|b"}', ['namespace', 'app']],
    ['{app!="a"} | pod="web-0" | line_format "{{.app}}: {{__line__}}"', ['app']],
    ['sum by (pod) (rate({ app !~ `{x="y"}` } |= "{z=\\"1\\"}" [5m]))', ['app']],
    ['{app="}"} |~ `{{` # {pod="in a remark"}', ['app']],
    ['rate({app="a"}[5m]) / rate({pod="b"}[5m])', ['app', 'pod']],
    ['{app="a\\"}, pod=\\"b"}', ['app']],
    ['{app="never closed', []],
  ])('%s', (logql, labels) => {
    expect(selectorsWritten(logql).flatMap(labelsIn)).toEqual(labels);
  });
});
