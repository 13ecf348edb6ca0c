export const digest = {}
