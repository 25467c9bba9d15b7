export const rehearseHelp = `cheomseong rehearse
`;
