import { type Phase, eventsBetween, isBroken, levelNow, restartsBetween } from './course.js';
import { type SimulatedFault, isReadBy } from './fault.js';
import type { Family, Series, Target } from './targets.js';

/** An application that runs, breaks and is mended, as those see it who scrape it. */
export interface Life {
  /** Has a fault begin; a second time is nothing. */
  readonly breakNow: (fault: SimulatedFault) => void;
  /** Has what an alert reads be as in its proof while all is well, and what else would make it fire not be there. */
  readonly calm: (fault: SimulatedFault) => void;
  readonly mendNow: (fault: SimulatedFault) => void;
  readonly isOn: (fault: SimulatedFault) => boolean;
  /** What a target answers; nothing where it does not answer. */
  readonly page: (target: Target) => string | undefined;
  /** Whether nobody finds a target any more, as where its pod is gone. */
  readonly isGone: (target: Target) => boolean;
  /** When a fault was first seen in an answer, or as one that did not come: in milliseconds since 1970. */
  readonly shown: (fault: SimulatedFault) => number | undefined;
}

interface Lived {
  readonly targets: readonly Target[];
  /** How many times as fast as ours it goes. */
  readonly factor: number;
  /** Faults that will be pressed: what their alerts read is theirs from the beginning. */
  readonly breaking?: readonly SimulatedFault[];
}

interface Course {
  readonly on?: number;
  readonly off?: number;
}

/** A counter as it stands. */
interface Counted {
  readonly value: number;
  readonly at: number;
}

/** A series as an exposition has it. */
interface Named {
  readonly series: Series;
  readonly name: string;
}

const labelText = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .filter(([, value]) => value !== '')
    // JSON escapes \, " and line breaks as the format does.
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .sort()
    .join(',');

const nameOf = ({ metric, exported }: Series): string => `${metric.name}{${labelText(exported)}}`;

/**
 * A life that begins now. While a fault lasts, what its alert reads is as its proof says, and what other proofs say of the same is not
 * shown beside it: their traffic would thin out what is wrong. So it stays until another fault is about the same.
 */
export const openLife = ({ targets, factor, breaking = [] }: Lived): Life => {
  const began = Date.now() / 1_000;
  const courses = new Map<string, Course>();
  const counted = new Map<string, Counted>();
  const firstShown = new Map<string, number>();
  /** Whose what they read is, the latest first. */
  let claims: readonly SimulatedFault[] = breaking;

  const lifeNow = (): number => (Date.now() / 1_000 - began) * factor;
  const isOn = ({ id }: SimulatedFault): boolean => {
    const { on, off } = courses.get(id) ?? {};
    return on !== undefined && off === undefined;
  };
  const phaseOf = (fault: SimulatedFault | undefined): Phase => {
    const { on, off } = courses.get(fault?.id ?? '') ?? {};
    const now = lifeNow();
    if (on === undefined) return { is: 'well', after: now };
    return off === undefined ? { is: 'broken', after: now - on } : { is: 'mended', after: now - off };
  };
  const everything = targets.flatMap(({ families, up }) => [
    ...families.flatMap(({ series }) => series),
    ...up,
  ]);
  const readBy = new Map<string, ReadonlySet<Series>>();
  /** What an alert reads, worked out once: it is asked at every scrape. */
  const readOf = (fault: SimulatedFault): ReadonlySet<Series> => {
    const known = readBy.get(fault.id) ?? new Set(everything.filter((series) => isReadBy(fault, series)));
    readBy.set(fault.id, known);
    return known;
  };
  const sharesWith = (one: SimulatedFault, other: SimulatedFault): boolean =>
    [...readOf(one)].some(({ fault }) => fault?.id === other.id);
  const rank = ({ fault }: Series): number => {
    const at = claims.findIndex(({ id }) => id === fault?.id);
    return at < 0 ? claims.length : at;
  };
  const isShown = (series: Series): boolean => {
    const { fault } = series;
    if (fault === undefined || claims.some(({ id }) => id === fault.id)) return true;
    return fault.number === 0 && !claims.some((claim) => readOf(claim).has(series));
  };
  let shown = new Map<Family, readonly Named[]>();
  /** Of several with the same labels that whose fault came last. */
  const shownOf = (family: Family): readonly Named[] => {
    const known = shown.get(family);
    if (known) return known;
    const sorted = family.series.filter(isShown).toSorted((a, b) => rank(a) - rank(b));
    const named = sorted.map((series): Named => ({ series, name: nameOf(series) }));
    const found = [...new Map(named.toReversed().map((each) => [each.name, each])).values()];
    shown.set(family, found);
    return found;
  };
  const note = (series: Series): void => {
    const { fault } = series;
    if (fault && !firstShown.has(fault.id) && isOn(fault) && isBroken(series))
      firstShown.set(fault.id, Date.now());
  };

  const valueOf = (target: Target, { series, name }: Named): number | undefined => {
    const phase = phaseOf(series.fault);
    const now = lifeNow();
    const level = levelNow(series, phase, { now: Date.now() / 1_000, began });
    note(series);
    if (level === 'missing') return undefined;
    if (series.course.type !== 'counter') return level;
    const key = `${target.job} ${target.address} ${name}`;
    const before = counted.get(key) ?? { value: 0, at: now };
    const since = now - before.at;
    const [from, to] = phase.is === 'broken' ? [phase.after - since, phase.after] : [0, 0];
    const kept = restartsBetween(series, from, to) ? 0 : before.value;
    const value = kept + level * since + eventsBetween(series, from, to);
    counted.set(key, { value, at: now });
    return value;
  };

  const lines = (target: Target, family: Family): readonly string[] => {
    const told = shownOf(family).flatMap((each) => {
      const value = valueOf(target, each);
      return value === undefined ? [] : [`${each.name} ${value}`];
    });
    return told.length === 0 ? [] : [`# TYPE ${family.name} ${family.kind}`, ...told];
  };

  /** What the fault that is about it says of a target: that it is up unless one says otherwise. */
  const upOf = ({ up }: Target): number | 'missing' => {
    const broken = up.find((each) => each.fault && isOn(each.fault) && isShown(each));
    if (!broken) return 1;
    note(broken);
    const level = levelNow(broken, phaseOf(broken.fault), { now: Date.now() / 1_000, began });
    return level;
  };

  return {
    breakNow: (fault) => {
      if (isOn(fault)) return;
      claims = [
        fault,
        ...claims.filter((other) => other.id !== fault.id && (isOn(other) || !sharesWith(fault, other))),
      ];
      shown = new Map();
      firstShown.delete(fault.id);
      courses.set(fault.id, { on: lifeNow() });
    },
    calm: (fault) => {
      claims = [fault, ...claims.filter(({ id }) => id !== fault.id)];
      shown = new Map();
    },
    mendNow: (fault) => {
      const course = courses.get(fault.id);
      if (course && isOn(fault)) courses.set(fault.id, { ...course, off: lifeNow() });
    },
    isOn,
    page: (target) => {
      if (upOf(target) !== 1) return undefined;
      return `${target.families.flatMap((family) => lines(target, family)).join('\n')}\n`;
    },
    isGone: (target) => upOf(target) === 'missing',
    shown: ({ id }) => firstShown.get(id),
  };
};
