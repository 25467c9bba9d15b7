import { describe, expect, test } from '@jest/globals';
import { withApplication } from '#new/main-file.js';
import { naming } from '#new/naming.js';

const billing = naming('billing', 'en');
const added = (main: string): string | undefined => withApplication(main, billing, 'ts');
const imports = "import { estate } from 'cheomseong';\nimport { shop } from './apps/shop/index.ts';\n";
const both = `${imports}import { billing } from './apps/billing/index.ts';\n`;

describe('main.ts takes another application', () => {
  test.each([
    ['in one line', 'estate({ applications: [shop] });', 'estate({ applications: [shop, billing] });'],
    ['where there is none yet', 'estate({ applications: [] });', 'estate({ applications: [billing] });'],
    [
      'with hosts behind',
      'estate({ applications: [shop], hosts: [] });',
      'estate({ applications: [shop, billing], hosts: [] });',
    ],
    [
      'in lines, with a comma at the end',
      'estate({\n  applications: [\n    shop,\n  ],\n});',
      'estate({\n  applications: [\n    shop,\n    billing,\n  ],\n});',
    ],
    [
      'in lines, without one',
      'estate({\n  applications: [\n    shop\n  ]\n})',
      'estate({\n  applications: [\n    shop,\n    billing\n  ]\n})',
    ],
    [
      'behind what is said of the last',
      'estate({\n  applications: [\n    shop, // [sic]\n  ],\n});',
      'estate({\n  applications: [\n    shop, // [sic]\n    billing,\n  ],\n});',
    ],
    [
      'behind lists and calls within',
      'estate({ applications: [...[shop], made([1])] });',
      'estate({ applications: [...[shop], made([1]), billing] });',
    ],
    [
      'not where a comment or a text names applications',
      "// applications: [old]\nconst x = 'applications: [x]';\nestate({ applications: [shop] });",
      "// applications: [old]\nconst x = 'applications: [x]';\nestate({ applications: [shop, billing] });",
    ],
  ])('%s', (_, before, after) => {
    expect(added(`${imports}\nexport default ${before}\n`)).toBe(`${both}\nexport default ${after}\n`);
  });

  test.each([
    [
      'double quotes',
      'import { shop } from "./apps/shop/index.ts";',
      'import { billing } from "./apps/billing/index.ts";',
    ],
    [
      'no semicolons',
      "import { shop } from './apps/shop/index.ts'",
      "import { billing } from './apps/billing/index.ts'",
    ],
    [
      'several lines',
      "import {\n  shop,\n} from './apps/shop/index.ts';",
      "import { billing } from './apps/billing/index.ts';",
    ],
    ['effects alone', "import './apps/shop/index.ts';", "import { billing } from './apps/billing/index.ts';"],
  ])('by an import behind the last, where that has %s', (_, before, after) => {
    expect(added(`${before}\nestate({ applications: [] });\n`)).toBe(
      `${before}\n${after}\nestate({ applications: [billing] });\n`,
    );
  });
});

describe('it is left to a person', () => {
  test.each([
    ['a list that is made elsewhere', 'estate({ applications: all });'],
    ['a list by its name', 'estate({ applications });'],
    ['a list that goes on', 'estate({ applications: [shop].concat(others) , applications: [] });'],
    ['a list with nothing but a comment', 'estate({ applications: [/* shop */] });'],
    ['a list that does not end', 'estate({ applications: [shop'],
    ['a name that is taken', 'const billing = 1;\nestate({ applications: [shop] });'],
  ])('%s', (_, main) => {
    expect(added(`${imports}\n${main}\n`)).toBeUndefined();
  });

  test('a file without an import', () => {
    expect(added('export default estate({ applications: [] });\n')).toBeUndefined();
  });
});
