import { describe, expect, test } from '@jest/globals';
import { cluster } from '#cluster/cluster.js';

const sized = (size: { readonly nodes: number; readonly pods: number }) =>
  cluster('production', { size, applications: [] });

describe('how large a cluster is', () => {
  test('is told with it', () => {
    expect(sized({ nodes: 3, pods: 60 }).size).toEqual({ nodes: 3, pods: 60 });
  });

  test('is nothing where nobody says it', () => {
    expect(cluster('production', { applications: [] })).not.toHaveProperty('size');
  });

  test('is whole numbers of nodes and pods', () => {
    expect(() => sized({ nodes: 0, pods: 1.5 })).toThrow(
      /size\.nodes: 0 is no number of nodes; .*\n.*size\.pods: 1\.5 is no number of pods/,
    );
  });
});
