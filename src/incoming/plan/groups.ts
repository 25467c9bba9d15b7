import { twice } from '#ground/repeated.js';
import { apart } from '#ground/apart.js';
import type { WrittenGroup } from '#rules/rule.js';
import type { Changed } from './left-out.js';

/** Seconds between evaluations where a group leaves it to Prometheus, whose default it is. */
const usual = 60;

/** A group under the name that it has here. */
export interface PlannedGroup {
  readonly name: string;
  readonly interval: number;
  readonly written: WrittenGroup;
}

/** What a file can be called by. */
const fileName = (name: string): string => name.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'rules';

/** Groups, each under a name of its own, and those that are called otherwise than they were. */
export const plannedGroups = (
  groups: readonly WrittenGroup[],
): { readonly groups: readonly PlannedGroup[]; readonly changed: readonly Changed[] } => {
  const whole = groups.filter(({ rules }) => rules.length > 0);
  const names = apart(whole.map(({ name }) => fileName(name)));
  const repeated = twice(whole.map(({ name }) => name));
  return {
    groups: whole.map((written, i) => ({
      name: names[i] ?? written.name,
      interval: written.interval ?? usual,
      written,
    })),
    changed: whole.flatMap((written, i) =>
      names[i] === written.name
        ? []
        : [
            {
              what: `group ${written.name}`,
              place: written.place,
              why: `it is called ${names[i]}: ${repeated.includes(written.name) ? 'another group has its name' : 'a file is called after it'}`,
            },
          ],
    ),
  };
};
