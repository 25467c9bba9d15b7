import { atTimesTooFew } from '#derive/reason/at-times.js';
import { cannotClear } from '#derive/reason/cannot-clear.js';
import { cannotFire, seemsNeverToFire } from '#derive/reason/cannot-fire.js';
import { cannotMature } from '#derive/reason/cannot-mature.js';
import { goesSilent } from '#derive/reason/goes-silent.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import type { Exported } from '#rules/against/exported.js';
import type { Finding, FindingOf } from '#rules/finding.js';
import { emptyTexts } from '#rules/findings/empty-text.js';
import { staticFindings } from '#rules/findings/findings.js';
import type { WrittenAlert } from '#rules/rule.js';
import { type Subject, isAsked } from './subject.js';

/** Why no series that programs really export let it fire, though made ones may. */
const unreal = ({ alert, asked }: Subject, exported: Exported | undefined): readonly Finding[] => {
  if (!isAsked(asked) || alert.emptyByDesign !== undefined || cannotFire(asked)) return [];
  const seems = seemsNeverToFire(asked);
  if (seems === undefined || isCountedOtherwise(seems.blame, exported)) return [];
  return [
    {
      kind: 'cannot fire',
      certainty: 'guess',
      blame: seems.blame,
      why: `${seems.why}, if its metrics are what their names say`,
      cure: '',
    },
  ];
};

/** Whether what was taken for a counter is none by what its program says. */
const isCountedOtherwise = (blame: Expr, exported: Exported | undefined): boolean =>
  selectors(blame).some(({ metric }) => metric.kind === 'counter' && isOtherwise(exported, metric.name));

/** Why it may fire and yet never tell anybody, or not what it means to, or never end. */
const weaknesses = (subject: Subject, exported: Exported | undefined): readonly Finding[] => {
  const { alert, asked } = subject;
  return isAsked(asked)
    ? [
        ...unreal(subject, exported),
        ...cannotMature(asked),
        ...(asked.for > 0 ? [] : atTimesTooFew(asked)),
        ...cannotClear({ ...asked, declared: countersOf(exported) }).filter(
          ({ blame }) => !selectors(blame).some(({ metric }) => isOtherwise(exported, metric.name)),
        ),
        ...goesSilent(asked),
        ...emptyTexts(alert, asked.expr),
      ]
    : [];
};

const typeOf = (exported: Exported | undefined, name: string): string =>
  exported?.metrics.get(name)?.type ?? 'untyped';

/** What is a counter by what its program says, not by its name alone. */
const countersOf = (exported: Exported | undefined): ReadonlySet<string> =>
  new Set([...(exported?.metrics.keys() ?? [])].filter((name) => typeOf(exported, name) === 'counter'));

/** Whether the program says that a metric is a gauge, whatever its name makes of it. */
const isOtherwise = (exported: Exported | undefined, name: string): boolean =>
  typeOf(exported, name) === 'gauge';

const byAlert = (found: readonly FindingOf[]): ReadonlyMap<WrittenAlert, readonly Finding[]> => {
  const all = new Map<WrittenAlert, Finding[]>();
  for (const { alert, finding } of found) all.set(alert, [...(all.get(alert) ?? []), finding]);
  return all;
};

/**
 * What is found of alerts beside their proofs.
 *
 * @param recorded The names that rules of the same files record.
 * @param exported What is there to be read, where somebody said where to look.
 */
export const findingsOfAll = (
  subjects: readonly Subject[],
  recorded: ReadonlySet<string>,
  exported?: Exported,
): ReadonlyMap<Subject, readonly Finding[]> => {
  const read = subjects.flatMap(({ alert, group, asked }) =>
    isAsked(asked) ? [{ alert, group, expr: asked.expr }] : [],
  );
  const found = byAlert(staticFindings(read, { recorded, ...(exported && { exported }) }));
  return new Map(
    subjects.map((subject) => [
      subject,
      [...weaknesses(subject, exported), ...(found.get(subject.alert) ?? [])],
    ]),
  );
};
