import { describe, expect, it } from '@jest/globals';
import { later } from '#application/later/later.js';
import { question } from '#application/later/question.js';
import { emptyMemory } from './memory.js';
import { estate } from '../../estate.js';

const [first] = estate;
if (first === undefined) throw new Error('the estate has no application');

const never = (): never => {
  throw new Error('it was made');
};
const titles = question('titles', ({ dashboards }) => dashboards.map(({ title }) => title));

describe('an application that is made later', () => {
  it('is not made by being there', () => {
    expect(() => later(never, emptyMemory())).not.toThrow();
  });

  it('is made when it is read', () => {
    expect(later(() => first, emptyMemory()).groups).toBe(first.groups);
  });

  it('can be copied by spreading', () => {
    expect({ ...later(() => first, emptyMemory()) }).toEqual({ ...first });
  });

  it('answers what was asked before without being made', () => {
    const memory = emptyMemory();
    const asked = titles(later(() => first, memory));
    expect(titles(later(never, memory))).toEqual(asked);
  });

  it('says its name where it was made before', () => {
    const memory = emptyMemory();
    titles(later(() => first, memory));
    expect(later(never, memory).name).toBe(first.name);
  });

  it('answers as one that is there does', () => {
    expect(titles(later(() => first, emptyMemory()))).toEqual(titles(first));
  });
});
