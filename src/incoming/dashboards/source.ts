import { type Code, called, list, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import { codeName } from '#incoming/code/names.js';
import { type Difference, wholeDifferences } from './about.js';
import { jsonCode } from './both.js';
import { type WrittenDashboard, writtenDashboard } from './dashboard.js';
import { sectionDifferences } from './differences.js';
import type { ReadDashboard } from './read.js';
import type { TypedQuery } from './target.js';

/** How a dashboard is to be written. */
export interface Writing {
  /** The application that it shows. */
  readonly application: string;
  /** Its name in code; made of its title, unless given. */
  readonly name?: string;
  /** How an expression is written in typed words, where it can be: with the files from which it takes what it names. */
  readonly typed?: TypedQuery;
  /** Where names of typed words come from: `{ metrics: './metrics.ts' }`. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A dashboard as TypeScript. */
export interface DashboardSource {
  /** Its name in code. */
  readonly name: string;
  /** The whole module. */
  readonly text: string;
  /** What is not as it was, and why. */
  readonly left: readonly Difference[];
}

const entry = (name: string, value: Code) => ({ name, value });

/** `(about: About) => dashboard('…', { ...about, … })`. */
const codeOf = ({ title, whole, variables, entries }: WrittenDashboard): Code => ({
  is: 'arrow',
  takes: '(about: About)',
  gives: called('dashboard', jsonCode(title), {
    is: 'object',
    isOpen: true,
    fields: [
      { name: '...about', value: undefined },
      ...Object.entries(whole).map(([name, value]) => entry(name, jsonCode(value))),
      ...(variables.length > 0 ? [entry('variables', list(variables))] : []),
      entry('panels', list(entries)),
    ],
  }),
});

/** A dashboard that came in as TypeScript of public words: what an application's `dashboards` holds. */
export const dashboardSource = (read: ReadDashboard, writing: Writing): DashboardSource => {
  const written = writtenDashboard(read, writing.application, writing.typed);
  const { name = codeName(`${written.title}-dashboard`), files = {} } = writing;
  const code = codeOf(written);
  const imports = importsOf([code, verbatim('About')], files, ['...about']);
  const named = {
    ...imports,
    cheomseong: (imports['cheomseong'] ?? []).map((each) => (each === 'About' ? 'type About' : each)),
  };
  return {
    name,
    text: moduleText(named, [declaration(name, code)]),
    left: [...wholeDifferences(read, written.whole), ...sectionDifferences(read.model)],
  };
};
