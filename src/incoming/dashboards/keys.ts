import { panelId, slug } from '#dashboards/identity.js';

/** The keys of panels that need one: those whose title is another's too, or has no letter of which an id could be made. */
export const keysOf = (titles: readonly string[], prefix = ''): readonly (string | undefined)[] => {
  const taken = new Set<number>();
  return titles.map((title) => {
    const base = slug(title);
    const free = [base, ...titles.map((_, i) => `${base === '' ? 'panel' : base}-${i + 2}`)].find(
      (key) => key !== '' && !taken.has(panelId(`${prefix}${key}`)),
    );
    if (free !== undefined) taken.add(panelId(`${prefix}${free}`));
    return free === base ? undefined : free;
  });
};
