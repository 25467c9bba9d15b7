export const reviewHelp = `cheomseong review
`;
