import type { Moments, Proven } from '#derive/derivation.js';
import type { Shape } from '#derive/course/shape.js';
import { isCounterName } from '#derive/course/range.js';
import { type Frame, frameOf, momentsOf } from './frame.js';
import type { Border } from './near.js';
import { type Evaluation, played } from './played.js';
import type { Subject } from './puzzles.js';
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
  const quietPlay = played(expr, asked, stagedWorld(stage, quiet, moments), moments);
  if (quietPlay.some(({ firing }) => firing.length > 0)) return undefined;
  const play = played(expr, asked, stagedWorld(stage, fires, moments), moments);
  return judged(subject, moments, { fires, quiet, isVacuous: border.isVacuous }, play);
};

const judged = (
  { stage }: Subject,
  moments: Moments,
  { fires, quiet, isVacuous }: Told & { readonly isVacuous: boolean },
  play: readonly Evaluation[],
): Proven | undefined => {
  const at = (seconds: number): Evaluation | undefined => play.find((each) => each.seconds === seconds);
  const first = play.find(({ firing }) => firing.length > 0);
  const seen = at(moments.firesBy);
  if (!first || first.seconds < moments.notBefore || !seen || seen.firing.length === 0) return undefined;
  const isClear = at(moments.settled)?.firing.length === 0;
  const differing = stage.units.flatMap((_, i) =>
    JSON.stringify(fires.during[i]) === JSON.stringify(quiet.during[i]) ? [] : [i],
  );
  const counter = differing.map((i) => stage.units[i]?.name ?? '').find(isCounterName);
  return {
    kind: 'derived',
    ...moments,
    fires: { ...courseOf(stage, fires, moments, differing), expected: seen.firing },
    quiet: courseOf(stage, quiet, moments, differing),
    firesAfter: first.seconds - moments.begins,
    ...(!isClear && {
      neverClears:
        counter === undefined
          ? 'it still fires when all is as it was before'
          : `${counter} is a counter that is compared as it stands: it fires until a restart`,
    }),
    isVacuous,
  };
};
