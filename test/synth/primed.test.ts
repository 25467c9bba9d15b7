import { describe, expect, test } from '@jest/globals';
import { cluster } from 'cheomseong';
import type { Application } from '#application/application.js';
import { type Memory, later } from '#application/later/later.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { textOf } from '#synth/publishing/content.js';
import { contentOf } from '#synth/synthesize.js';
import { emptyMemory } from '../application/later/memory.js';
import { clusters } from '../estate.js';

/** A memory that keeps texts as well, and an application that cannot be made again once it was let go. */
const madeOnce = (described: Application): Application => {
  const texts = new Map<string, string>();
  let isReleased = false;
  const memory: Memory = {
    ...emptyMemory(),
    text: (sum) => texts.get(sum),
    keepText: (sum, text) => void texts.set(sum, text),
    release: () => {
      isReleased = true;
    },
  };
  const make = (): Application => {
    if (isReleased) throw new Error(`${described.name} is made again`);
    return described;
  };
  return later(make, memory);
};

describe.each(clusters.map((each) => [each.name, each] as const))(
  'of the applications of %s, each made and let go before the next, none is made again',
  (name, { applications, platform, deliversPlatform, addresses, argocd, size }) => {
    const alone = () =>
      cluster(name, {
        ...{ addresses, applications: applications.map(madeOnce) },
        ...(deliversPlatform && { platform }),
        ...(argocd && { argocd }),
        ...(size && { size }),
      });

    test('by what is written of them', () => {
      const { charts, laws } = synthesisOf({ places: [alone()] });
      const texts = [...contentOf(charts, laws).values()];
      expect(() => texts.map(textOf)).not.toThrow();
    });

    test('by their pages', () => {
      const { pages } = synthesisOf({ places: [alone()] });
      const texts = Object.values(pages).flatMap((each) => [...each.values()]);
      expect(() => texts.map(textOf)).not.toThrow();
    });
  },
);
