import { byKey } from '#ground/by-key.js';
import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import type { Difference } from './about.js';
import type { Json } from './read.js';
import { variablesIn } from './variables-in.js';
import { sectionsOf } from './section.js';
import { isRemoved } from './upgrade/panel.js';
import { panelsOf } from './upgrade/rows.js';

const told = (panel: Json, what: string, why: string): Difference => ({
  where: `${textAt(panel, 'type') === 'row' ? 'row' : 'panel'} '${textAt(panel, 'title') ?? ''}'`,
  what,
  why,
});

const titles = (panels: readonly Json[]): string =>
  panels.map((each) => `'${textAt(each, 'title') ?? ''}'`).join(', ');

/** What of rows and panels is not as it was, and why. */
export const sectionDifferences = (model: Json): readonly Difference[] => {
  const all = panelsOf(model);
  const sections = sectionsOf(all);
  const headings = sections.flatMap(({ heading }) => heading ?? []);
  const panels = sections.flatMap((section) => section.panels);
  return [
    ...listAt(model, 'templating', 'list')
      .filter(isObject)
      .filter((each) => !variablesIn(model).includes(each))
      .map((each) => ({
        where: `variable '${textAt(each, 'name') ?? ''}'`,
        what: 'the variable',
        why:
          (textAt(each, 'name') ?? '') === ''
            ? 'nothing can name it'
            : 'another of this name stands there too',
      })),
    ...all
      .filter((each) => textAt(each, 'type') === 'row' && !headings.includes(each))
      .map((each) => told(each, 'the row', 'no panels stand under it')),
    ...all
      .filter((each) => each['repeatPanelId'] !== undefined || each['repeatedByRow'] === true)
      .map((each) => told(each, 'the panel', 'Grafana made it of a repeated one, and makes it anew')),
    ...[...byKey(panels.filter(isRemoved), (each) => textAt(each, 'type') ?? '')].map(([kind, of]) => ({
      where: '',
      what: `kind ${kind} of ${titles(of)}`,
      why: 'Grafana draws it no more, and upgrades it so by itself',
    })),
    ...panels
      .filter(({ libraryPanel }) => isObject(libraryPanel))
      .map((each) => told(each, 'its library', 'what it shows stands in Grafana alone')),
    ...(listAt(model, 'rows').length > 0
      ? [{ where: '', what: 'rows', why: 'Grafana 5 put panels on a grid' }]
      : []),
  ];
};
