import { describe, expect, test } from '@jest/globals';
import { shop } from '../synth/estate/shop.js';

const linked = (runbook: (alert: string) => string) => () => shop({ runbook });

describe('the runbook of an alert', () => {
  test('is a page that a message can link to', () => {
    expect(linked((alert) => `https://wiki.example.org/todo-list/${alert}`)).not.toThrow();
  });

  test.each([
    ['nowhere', '', 'its runbook is nowhere: the link is empty'],
    ['blank', '  ', 'its runbook is nowhere: the link is empty'],
    ['still to be written', 'TODO', "its runbook is 'TODO', which nobody has written"],
    ['an address of such', 'https://wiki.example.org/TODO', 'which nobody has written'],
    ['an address of such in small letters', 'https://wiki.example.org/todo', 'which nobody has written'],
    ['a page of such', 'https://wiki.example.org/shop/tbd.md', 'which nobody has written'],
    ['no address', 'see the wiki', "its runbook 'see the wiki' is no address that a message can link to"],
    ['a file of somebody', 'file:///home/me/runbook.md', 'is no address that a message can link to'],
  ])('is refused when it is %s (mistake 59)', (_, url, why) => {
    expect(linked(() => url)).toThrow(why);
  });

  test('is refused for each alert by itself, where others have theirs', () => {
    const some = linked((alert) => (alert === 'TooManyItems' ? '' : 'https://wiki.example.org/x'));
    expect(some).toThrow("application 'shop': runbook of TooManyItems: its runbook is nowhere");
  });

  test('is refused once where all of them are wrong alike', () => {
    expect(linked(() => 'TODO')).toThrow(/^application 'shop': runbook of TooManyRequests: /);
  });
});
