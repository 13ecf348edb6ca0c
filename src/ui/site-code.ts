/** The code of a site as it is read out: what is read in groups is not misread. */
export const siteCodeGroups = (code: string) => `${code.slice(0, 2)} ${code.slice(2)}`
