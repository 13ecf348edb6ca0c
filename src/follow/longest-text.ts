/** The longest text that a worker sends at once, in characters. */
export const longestText = 4000
