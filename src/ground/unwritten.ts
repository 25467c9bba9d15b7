/** What people write in the place of a text that is still to come. */
const placeholder =
  /(?<![A-Za-z])(?:TODO|TBD|TBA|FIXME|XXX)(?![A-Za-z])|(?:^|\/)\W*(?:todo|tbd|fixme)(?:\.[a-z]+)?\W*$|^\s*(?:추후 작성|작성 예정)/u;

/** Whether a text says that it is still to be written: `TODO`. */
export const unwritten = (text: string): boolean => placeholder.test(text);
