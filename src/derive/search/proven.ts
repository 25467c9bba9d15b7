import type { Expected, Moments, Proven } from '#derive/derivation.js';
import { missing, type Shape } from '#derive/course/shape.js';
import { decoyed } from './decoys.js';
import { type Frame, frameOf, momentsOf } from './frame.js';
import type { Border } from './near.js';
import { type Evaluation, played } from './played.js';
import type { Subject } from './puzzles.js';
import type { Stage } from './stage.js';
import { type Acts, courseOf, stagedWorld } from './staged.js';

/** What was found, as acts before and during a fault. */
interface Told {
  readonly fires: Acts;
  readonly quiet: Acts;
}

const actsOf = ({ fault, quiet }: Border, units: number): Told =>
  fault.length > units
    ? {
        fires: { before: fault.slice(0, units), during: fault.slice(units) },
        quiet: { before: quiet.slice(0, units), during: quiet.slice(units) },
      }
    : { fires: { before: quiet, during: fault }, quiet: { before: quiet, during: quiet } };

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
  const { asked, expr, stage, leaves } = subject;
  const { fires, quiet } = actsOf(border, stage.units.length);
  const lead = leadOf(subject, [...border.fault, ...border.quiet]);
  const frame = lead > 0 ? frameOf(asked, expr, leaves, lead) : subject.frame;
  const moments = momentsOf(frame, asked, { after: after(frame), lead });
  const play = played(expr, asked, stagedWorld(stage, fires, moments), moments);
  const firing = firingOf(play, moments);
  if (!firing) return undefined;
  const staysQuiet = (each: Quiet): boolean =>
    played(expr, asked, stagedWorld(each.stage, each.acts, moments), moments).every(
      ({ firing: found }) => found.length === 0,
    );
  const plain: Quiet = { stage, acts: quiet, isVacuous: border.isVacuous };
  const beside = besideDecoys(subject, { fires, quiet }, border.isVacuous);
  const found = [...(beside ? [beside] : []), plain].find(staysQuiet);
  return found && told(stage, fires, found, moments, firing);
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
  { fires, quiet }: Told,
  isVacuous: boolean,
): Quiet | undefined => {
  const { stage: larger, bad, count } = decoyed(stage, leaves, fires.during);
  if (bad.length === count) return undefined;
  const more = bad.slice(count);
  const names = new Set(larger.units.slice(count).map(({ name }) => name));
  return {
    stage: larger,
    acts: { before: [...quiet.before, ...more], during: [...quiet.during, ...more] },
    isVacuous:
      isVacuous && !stage.units.some(({ name }, i) => quiet.during[i]?.kind === 'missing' && names.has(name)),
  };
};

interface Firing {
  readonly expected: readonly Expected[];
  readonly after: number;
  readonly isClear: boolean;
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

const told = (
  stage: Stage,
  fires: Acts,
  quiet: Quiet,
  moments: Moments,
  { expected, after, isClear }: Firing,
): Proven => {
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
  const all: Acts = {
    before: quiet.stage.units.map((_, i) => fires.before[i] ?? missing),
    during: quiet.stage.units.map((_, i) => fires.during[i] ?? missing),
  };
  return {
    kind: 'derived',
    ...moments,
    fires: { ...courseOf(quiet.stage, all, moments, differing), expected },
    quiet: courseOf(quiet.stage, quiet.acts, moments, differing),
    firesAfter: after,
    ...(!isClear && { neverClears: 'it still fires when all is as it was before' }),
    isVacuous: quiet.isVacuous,
  };
};
