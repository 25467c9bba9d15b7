import type { DashboardMeant, PanelMeant } from '#review/meaning/meaning.js';
import { likest } from './likeness.js';
import { paired } from './paired.js';

/** The longest run of a list that rises: what need not be moved to bring it into order. */
const rising = (places: readonly number[]): ReadonlySet<number> => {
  const best: (readonly number[])[] = [];
  for (const [i, place] of places.entries()) {
    const earlier = best.slice(0, i).filter((_, j) => (places[j] ?? Infinity) < place);
    const longest = earlier.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, place]);
  }
  return new Set(best.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []));
};

const sizeOf = ({ grid }: PanelMeant): string => grid.split(',').slice(2).join('×');

const titles = (panels: readonly PanelMeant[]): string => panels.map(({ title }) => `“${title}”`).join(', ');
const said = (word: string, panels: readonly PanelMeant[]): readonly string[] =>
  panels.length === 0 ? [] : [`${word}: ${titles(panels)}`];

/** Panels that are asked the same are one panel, whatever it is called. */
const asLike = (one: PanelMeant, other: PanelMeant): number =>
  one.type === other.type && one.queries.length > 0 && one.queries.join('\n') === other.queries.join('\n')
    ? 1
    : 0;

const limitText = ({ limits = [] }: PanelMeant): string => (limits.length === 0 ? 'none' : limits.join(', '));
const hasOtherLimits = (was: PanelMeant, is: PanelMeant): boolean =>
  was.limits !== undefined && is.limits !== undefined && limitText(was) !== limitText(is);

/** In what the panels of a dashboard differ, in a few words each. What is only pushed down by others is not moved. */
export const panelChanges = (before: DashboardMeant, after: DashboardMeant): readonly string[] => {
  const { both, gone, come } = paired(before.panels, after.panels, ({ id }) => String(id));
  const renamed = likest(gone, come, asLike, 1);
  const taken = new Set(renamed.flat());
  const kept = [...both, ...renamed];
  const places = after.panels.flatMap((panel) => {
    const was = kept.find(([, is]) => is === panel)?.[0];
    return was ? [before.panels.indexOf(was)] : [];
  });
  const inOrder = rising(places);
  const isMoved = ([was, is]: readonly [PanelMeant, PanelMeant]): boolean =>
    was.row !== is.row || !inOrder.has(before.panels.indexOf(was));
  const after_ = (pairs: typeof kept): readonly PanelMeant[] => pairs.map(([, is]) => is);
  const differing = (differ: (was: PanelMeant, is: PanelMeant) => boolean): readonly PanelMeant[] =>
    after_(kept.filter(([was, is]) => differ(was, is)));
  const hasOthers = gone.length + come.length > renamed.length * 2;
  return [
    ...said(
      'gone',
      gone.filter((each) => !taken.has(each)),
    ),
    ...said(
      'new',
      come.filter((each) => !taken.has(each)),
    ),
    ...kept
      .filter(([was, is]) => was.title !== is.title)
      .map(([was, is]) => `“${was.title}” is called “${is.title}”`),
    ...said('moved', after_(kept.filter(isMoved))),
    // Beside a new panel others are narrower, which is no news.
    ...said('larger or smaller', hasOthers ? [] : differing((was, is) => sizeOf(was) !== sizeOf(is))),
    ...said(
      'asking something else',
      differing((was, is) => was.queries.join('\n') !== is.queries.join('\n')),
    ),
    ...differing((was, is) => was.type !== is.type).map(({ title, type }) => `“${title}” is a ${type}`),
    ...kept.flatMap(([was, { title, unit }]) =>
      was.unit === unit ? [] : [`“${title}” is in ${unit || 'no unit'}, not in ${was.unit || 'none'}`],
    ),
    ...kept.flatMap(([was, is]) =>
      hasOtherLimits(was, is) ? [`“${is.title}”: its limit ${limitText(was)} → ${limitText(is)}`] : [],
    ),
    ...said(
      'drawn otherwise',
      differing(
        (was, is) =>
          was.look !== is.look && was.unit === is.unit && was.type === is.type && !hasOtherLimits(was, is),
      ),
    ),
  ];
};
