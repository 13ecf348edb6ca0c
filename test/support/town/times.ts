import { monday } from './town.ts'

/** Some time after the Monday on which the town stands. */
export const minutes = (count: number) => new Date(monday.getTime() + count * 60_000)
export const days = (count: number) => minutes(count * 24 * 60)
