/** Of so many cases of a kind a person is told one by one at a time; the others come together in one mail. */
export const oneByOne = 3
