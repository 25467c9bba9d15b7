import type { AlertMeant, ProofMeant, ScenarioMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { without } from './paired.js';

const standings = ['confirmed', 'derived', 'unproven'];
const standingText: Readonly<Record<string, string>> = {
  confirmed: 'by what a person wrote',
  derived: 'by what was derived from its expression alone',
  unproven: 'by nothing',
};

/** What happens in a scenario, whatever its numbers: they follow from limits. */
const alike = ({ when }: ScenarioMeant): string => when.replace(/\d+(\.\d+)?/g, '#');

/** Scenarios that have no like among others, each of which stands for one alone. */
const lost = (before: readonly ScenarioMeant[], after: readonly ScenarioMeant[]): readonly string[] => {
  const left = after.map(alike);
  return before
    .filter((each) => {
      const at = left.indexOf(alike(each));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .map(({ when }) => when);
};

const quoted = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');

/** Scenarios of the same words in which other numbers are shown to fire: 50% where 5.1% did. */
const farther = (before: ProofMeant, after: ProofMeant): readonly string[] => {
  const shown = new Map(before.fires.map(({ when, says, content }) => [when, { says, content }]));
  return after.fires.flatMap(({ when, says, content }) => {
    const was = shown.get(when);
    if (was === undefined || was.content === content) return [];
    return was.says === says
      ? [`“${when}” is played otherwise`]
      : [`“${when}” is shown by “${says}” instead of “${was.says}”`];
  });
};

/** What a proof no longer holds an alert to. */
const weakened = (before: AlertMeant, after: AlertMeant): readonly string[] => {
  const [was, is] = [before.proof, after.proof];
  const fell = standings.indexOf(is.standing) > standings.indexOf(was.standing);
  const [fires, quiet] = [lost(was.fires, is.fires), lost(was.quiet, is.quiet)];
  const passed = was.survived && is.survived ? without(is.survived, was.survived) : [];
  const more = (is.survived?.length ?? 0) - (was.survived?.length ?? 0);
  const isSameRule = before.expr === after.expr && before.for === after.for;
  return [
    ...(fell
      ? [
          `it is proven ${standingText[is.standing] ?? is.standing}, no longer ${standingText[was.standing] ?? was.standing}`,
        ]
      : []),
    ...(is.fires.length < was.fires.length && fires.length > 0
      ? [`no longer shown to fire when ${quoted(fires)}`]
      : []),
    ...(is.quiet.length < was.quiet.length && quiet.length > 0
      ? [`no longer held to be quiet when ${quoted(quiet)}`]
      : []),
    ...(passed.length > 0 && more > 0
      ? [
          `${more} more changes of the rule would pass unnoticed: ${passed
            .slice(0, 3)
            .map((each) => `\`${each.slice(0, 120)}\``)
            .join('; ')}`,
        ]
      : []),
    ...(isSameRule ? farther(was, is) : []),
  ];
};

/** That the proof of an alert holds it to less than before. */
export const proofFindings = (before: AlertMeant, after: AlertMeant): readonly One[] => {
  const details = weakened(before, after);
  if (details.length === 0) return [];
  const count = ({ fires, quiet }: ProofMeant): string =>
    `${fires.length} that fire and ${quiet.length} that are quiet`;
  const [was, is] = [count(before.proof), count(after.proof)];
  return [
    {
      kind: 'proof',
      subject: after.name,
      severity: before.severity,
      text: was === is ? 'is proven by less' : `is proven by less: ${is}, before ${was}`,
      details,
      isWorse: true,
    },
  ];
};
