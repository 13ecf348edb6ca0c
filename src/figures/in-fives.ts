import { leastPeople } from './tallies.ts'

/**
 * The least that a number of people is, told in fives: 0 to 4, 5 to 9, and so on. Of a number that grows, whoever
 * looks every day learns no more than that five more came between two looks.
 */
export function inFives(count: number): { least: number; most: number } {
  const least = Math.floor(count / leastPeople) * leastPeople
  return { least, most: least + leastPeople - 1 }
}
