import { textAt } from '#ground/json.js';
import { aspects } from './compared/panel.js';
import { queriesOf, queryDifferences } from './compared/queries.js';
import { isSame } from './compared/settled.js';
import { variablesOf } from './compared/variables.js';
import { sectionsIn } from './dashboard.js';
import type { Json } from './read.js';
import { type Grid, type Section, placesOf } from './section.js';

/** A panel that came in, and what of it is drawn otherwise; nothing where it came in whole. */
export interface PanelParity {
  readonly title: string;
  readonly differences: readonly string[];
}

/** A dashboard as it came in, held against what is rendered of it. */
export interface DashboardParity {
  readonly panels: readonly PanelParity[];
  /** Variables, headings and what else is not of one panel. */
  readonly differences: readonly string[];
}

interface Placed {
  readonly panel: Json;
  readonly grid: Grid;
}

const placed = (sections: readonly Section[]): readonly Placed[] =>
  sections.flatMap((section) => {
    const places = placesOf(section);
    return section.panels.map((panel, i) => ({ panel, grid: places[i] ?? { x: 0, y: 0, w: 0, h: 0 } }));
  });

const headingsOf = (sections: readonly Section[]): unknown =>
  sections.map(({ heading, panels }) => ({
    title: textAt(heading, 'title') ?? '',
    isClosed: heading?.['collapsed'] === true,
    repeat: heading?.['repeat'],
    panels: panels.length,
  }));

/** Sections without a heading that follow one another are one. */
const joined = (sections: readonly Section[]): readonly Section[] =>
  sections.reduce<readonly Section[]>((before, section) => {
    const last = before.at(-1);
    return last && !last.heading && !section.heading
      ? [...before.slice(0, -1), { panels: [...last.panels, ...section.panels] }]
      : [...before, section];
  }, []);

/**
 * A dashboard that came in, as Grafana draws it now, held against what is rendered of it.
 *
 * @param own The uid of the Prometheus that the rendered one asks where nothing else is said.
 */
export const dashboardParity = (model: Json, rendered: Json, own = 'prometheus'): DashboardParity => {
  const [before, after] = [
    { model, own },
    { model: rendered, own },
  ];
  const [given, now] = [sectionsIn(model), sectionsIn(rendered)];
  const others = placed(now);
  const panels = placed(given).map(({ panel, grid }, i): PanelParity => {
    const title = textAt(panel, 'title') ?? '';
    const other = others[i];
    if (!other) return { title, differences: ['the panel'] };
    const [wanted, got] = [aspects(panel, grid, before), aspects(other.panel, other.grid, after)];
    return {
      title,
      differences: [
        ...Object.keys(wanted).filter((key) => !isSame(wanted[key], got[key])),
        ...queryDifferences(queriesOf(panel, before), queriesOf(other.panel, after)),
      ],
    };
  });
  return {
    panels,
    differences: [
      ...(isSame(variablesOf(before), variablesOf(after)) ? [] : ['variables']),
      ...(isSame(headingsOf(joined(given)), headingsOf(joined(now))) ? [] : ['headings']),
    ],
  };
};
