export const previewHelp = `cheomseong preview
`;
