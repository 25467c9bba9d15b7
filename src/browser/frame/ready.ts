import { useLayoutEffect } from 'preact/hooks';

const busy = new Set<symbol>();

const frames = (count: number, then: () => void): void =>
  void requestAnimationFrame(() => (count > 1 ? frames(count - 1, then) : then()));

let last = 0;

const say = (): void => {
  delete document.body.dataset.ready;
  last += 1;
  const own = last;
  // What has just come is drawn first, and what that drawing asks for begins to load: what came before says nothing of it.
  frames(3, () => {
    if (own === last && busy.size === 0) document.body.dataset.ready = 'true';
  });
};

/**
 * Says whether something of the page is still loading: `<body data-ready="true">` where nothing is, and all is drawn. Tests
 * and those who take pictures wait for it.
 */
export const useLoading = (isLoading: boolean): void => {
  useLayoutEffect(() => {
    const what = Symbol('loading');
    if (isLoading) busy.add(what);
    say();
    return () => {
      if (busy.delete(what)) say();
    };
  }, [isLoading]);
};
