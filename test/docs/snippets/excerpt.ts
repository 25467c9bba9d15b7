/** Lines as they are without what all of them stand in by. */
const dedented = (text: string): string => {
  const lines = text.trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents)).trimEnd()).join('\n');
};

/** Whether lines stand in a text together, however far they stand in there. */
export const holds = (text: string, excerpt: string): boolean => {
  const wanted = dedented(excerpt).split('\n');
  const lines = text.split('\n');
  return lines.some((_, i) => dedented(lines.slice(i, i + wanted.length).join('\n')) === wanted.join('\n'));
};
