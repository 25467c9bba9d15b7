import { type Text, textOf } from '#synth/publishing/content.js';
import { type Between, objectsIn } from './change.js';

/** Something that an object names within itself, and by which others find what was before: an alert, a series, a dashboard. */
interface Named {
  readonly what: string;
  readonly kinds: readonly string[];
  readonly names: (text: string) => readonly string[];
  /** What ends with a name that goes. */
  readonly ends: string;
}

const all = (pattern: RegExp) => (text: string) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name.replace(/^"(.*)"$/, '$1'));

/** What names end and what with them, https://prometheus.io/docs/alerting/latest/alertmanager/#silences. */
export const named: readonly Named[] = [
  {
    what: 'alert',
    kinds: ['PrometheusRule', 'VMRule'],
    names: all(/^ +- alert: (.+)$/gm),
    ends: 'silences of it end; where it fires it is told as resolved, and again under another name',
  },
  {
    what: 'recorded series',
    kinds: ['PrometheusRule', 'VMRule'],
    names: all(/^ +- record: (.+)$/gm),
    ends: 'what reads it looks back on nothing: an SLO begins with a full budget',
  },
  {
    what: 'dashboard',
    kinds: ['ConfigMap', 'GrafanaDashboard'],
    names: all(/^ {4,8}"?uid"?: "([^"]+)",$/gm),
    ends: 'links to it, and stars, lead nowhere',
  },
];

/** Names that go and come in a folder. */
export interface NamesChanged {
  readonly folder: string;
  readonly what: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly ends: string;
}

const namesIn = (
  files: ReadonlyMap<string, Text>,
  { kinds, names }: Named,
): ReadonlyMap<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { folder, kind, text } of objectsIn(files)) {
    if (!kinds.includes(kind)) continue;
    const here = found.get(folder) ?? new Set();
    for (const name of names(textOf(text))) here.add(name);
    found.set(folder, here);
  }
  return found;
};

const none: ReadonlySet<string> = new Set();

/** Names that a folder has no more, and those that it has anew. A folder that comes or goes as a whole is told as that. */
export const namesChangedIn = ({ before, after }: Between): readonly NamesChanged[] =>
  named.flatMap((each) => {
    const [was, is] = [namesIn(before, each), namesIn(after, each)];
    return [...was].flatMap(([folder, names]) => {
      const now = is.get(folder);
      if (now === undefined) return [];
      const gone = [...names].filter((name) => !now.has(name));
      const come = [...now].filter((name) => !(was.get(folder) ?? none).has(name));
      return gone.length > 0 ? [{ folder, what: each.what, gone, come, ends: each.ends }] : [];
    });
  });
