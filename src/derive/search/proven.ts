import type { Expected, Moments, Proven } from '#derive/derivation.js';
import type { Shape } from '#derive/course/shape.js';
import { decoyed } from './decoys.js';
import { type Frame, frameOf, longestCourse, momentsOf, wholeCourse } from './frame.js';
import type { Border, Shapes } from './puzzle.js';
import { type Evaluation, played } from './played.js';
import { type Subject, warmOf } from './puzzles.js';
import type { Stage, Unit } from './stage.js';
import { type Acts, courseOf, stagedWorld } from './staged.js';

/** What was found: courses of all units, or of a change from one to another. */
interface Found {
  readonly fault: Shapes;
  readonly quiet: Shapes;
  readonly before: Shapes;
  readonly others: readonly Shapes[];
  readonly isChange: boolean;
}

/** A change is told by what was before it; what stays is quiet by far before and after, where there is such a course. */
const foundOf = ({ fault, quiet, well, others }: Border, units: number, isFar: boolean): Found =>
  fault.length > units
    ? {
        fault: fault.slice(units),
        quiet: quiet.slice(units),
        before: fault.slice(0, units),
        others: [],
        isChange: true,
      }
    : { fault, quiet, before: isFar ? (well ?? quiet) : quiet, others: isFar ? others : [], isChange: false };

/** How far the beginning is moved so that no moment lies before it; farther only where an expression asks for it. */
const longestLead = 3 * 86_400;
const leadOf = ({ lead }: Subject, shapes: readonly Shape[]): number => {
  const ago = Math.max(0, ...shapes.map((shape) => (shape.kind === 'stamp' ? shape.ago : 0)));
  return ago > longestLead && lead === 0 ? 0 : Math.max(ago, ago === 0 ? lead : 0);
};

/**
 * Holds what was found against the expression itself, evaluation by evaluation; nothing where it is not so.
 *
 * @param after Seconds after the beginning of the fault at which the alert is to fire; told of how finely time is seen.
 */
export const provenOf = (
  subject: Subject,
  border: Border,
  after: (frame: Frame) => number,
): Proven | undefined => {
  const { asked, expr, leaves } = subject;
  const lead = leadOf(subject, [...border.fault, ...border.quiet]);
  const frame = lead > 0 ? frameOf(asked, expr, leaves, lead) : subject.frame;
  const each = wholeCourse(frame, asked);
  const courses = each <= longestCourse ? border.others.length : 0;
  const moments = momentsOf(frame, asked, { after: after(frame), lead, courses });
  for (const isFar of [true, false]) {
    const found = foundOf(border, subject.stage.units.length, isFar);
    const proven = held(
      subject,
      { ...found, others: found.others.slice(0, courses) },
      border.isVacuous,
      moments,
      each,
    );
    if (proven) return proven;
  }
  return undefined;
};

const held = (
  subject: Subject,
  found: Found,
  isVacuous: boolean,
  moments: Moments,
  each: number,
): Proven | undefined => {
  const { asked, expr, stage } = subject;
  const { fault, quiet, before, others, isChange } = found;
  const straight: Acts = { before, during: fault, after: [before], each };
  // A restart of what counts is seen by whoever takes a counter for a gauge.
  const restart = moments.firesBy - 2 * moments.scrape;
  const counts =
    fault.some(({ kind }) => kind === 'slope' || kind === 'histogram') && restart > moments.begins;
  const warm = warmOf(subject);
  const isWarm = ({ seconds }: Evaluation): boolean => seconds >= warm;
  const play = (on: Stage, acts: Acts): readonly Evaluation[] =>
    played(expr, asked, stagedWorld(on, acts, moments), moments);
  const [seen] = [...(counts ? [{ ...straight, restart }] : []), straight].flatMap((acts) => {
    const evaluations = play(stage, acts);
    const firing = firingOf(evaluations.filter(isWarm), moments);
    const isCold = evaluations.some((each) => !isWarm(each) && each.firing.length > 0);
    return firing ? [{ acts, firing: { ...firing, ...(isCold && { warms: warm }) } }] : [];
  });
  if (!seen) return undefined;
  const { acts: fires, firing } = seen;
  const plain: Acts = { before, during: quiet, after: [before], each };
  const varied: Acts = { ...plain, after: others.length > 0 ? others : [before] };
  const tries: readonly Quiet[] = [
    ...[varied, plain].flatMap((acts) => besideDecoys(subject, fault, acts, isVacuous) ?? []),
    { stage, acts: varied, isVacuous },
    { stage, acts: plain, isVacuous },
  ];
  const stays = tries.find(({ stage: on, acts }) =>
    play(on, acts)
      .filter(isWarm)
      .every(({ firing }) => firing.length === 0),
  );
  return stays && told(stage, fires, stays, { moments, firing, isChange });
};

/** A quiet course, and the series that it is of: there may be others beside those of the fault. */
interface Quiet {
  readonly stage: Stage;
  readonly acts: Acts;
  readonly isVacuous: boolean;
}

/** What is none of the alert's business is as bad as the fault, all the time: it is to stay quiet beside it. */
const besideDecoys = (
  { stage, leaves }: Subject,
  fault: Shapes,
  acts: Acts,
  isVacuous: boolean,
): Quiet | undefined => {
  const { stage: larger, bad, count } = decoyed(stage, leaves, fault);
  if (bad.length === count) return undefined;
  const more = bad.slice(count);
  const names = new Set(larger.units.slice(count).map(({ name }) => name));
  const isGone = stage.units.some(({ name }, i) => acts.during[i]?.kind === 'missing' && names.has(name));
  return {
    stage: larger,
    acts: {
      ...acts,
      before: [...acts.before, ...more],
      during: [...acts.during, ...more],
      after: acts.after.map((shapes) => [...shapes, ...more]),
    },
    isVacuous: isVacuous && !isGone,
  };
};

interface Firing {
  readonly expected: readonly Expected[];
  readonly after: number;
  readonly isClear: boolean;
  readonly warms?: number;
}

/** What fires as it should: not before its time, at its time, and no more once all is well. */
const firingOf = (
  play: readonly Evaluation[],
  { begins, notBefore, firesBy, settled }: Moments,
): Firing | undefined => {
  const at = (seconds: number): Evaluation | undefined => play.find((each) => each.seconds === seconds);
  const first = play.find(({ firing }) => firing.length > 0);
  const seen = at(firesBy);
  if (!first || first.seconds < notBefore || !seen || seen.firing.length === 0) return undefined;
  return {
    expected: seen.firing,
    after: first.seconds - begins,
    isClear: at(settled)?.firing.length === 0,
  };
};

/** So many clauses can be read at a glance. */
const mostSpoken = 4;

/** What replicas have in common. */
const togetherAs = (unit: Unit | undefined): string => {
  const { instance: _, pod: __, replica: ___, ...labels } = unit?.labels ?? {};
  return JSON.stringify([unit?.name, labels]);
};

interface Seen {
  readonly moments: Moments;
  readonly firing: Firing;
  readonly isChange: boolean;
}

const told = (stage: Stage, fires: Acts, quiet: Quiet, { moments, firing, isChange }: Seen): Proven => {
  const { expected, after, isClear, warms } = firing;
  const differing = quiet.stage.units.flatMap((_, i) => {
    const isDecoy = i >= stage.units.length;
    if (isDecoy)
      return quiet.acts.during
        .slice(0, stage.units.length)
        .some((shape, k) => shape.kind === 'missing' && fires.during[k]?.kind !== 'missing')
        ? [i]
        : [];
    return JSON.stringify(fires.during[i]) === JSON.stringify(quiet.acts.during[i]) ? [] : [i];
  });
  // What is taken together with what differs is said too.
  const names = new Set(differing.map((i) => togetherAs(stage.units[i])));
  const together = stage.units.flatMap((unit, i) => (names.has(togetherAs(unit)) ? [i] : []));
  const spoken = together.length <= mostSpoken ? [...new Set([...together, ...differing])] : differing;
  const steady = stage.units.flatMap((_, i) => (spoken.includes(i) ? [] : [i]));
  return {
    kind: 'derived',
    ...moments,
    fires: { ...courseOf(quiet.stage, fires, moments, { differing: spoken, steady, isChange }), expected },
    quiet: courseOf(quiet.stage, quiet.acts, moments, { differing: spoken, steady: [], isChange: false }),
    ...(warms !== undefined && { warms }),
    firesAfter: after,
    ...(!isClear && { neverClears: 'it still fires when all is as it was before' }),
    isVacuous: quiet.isVacuous,
  };
};
