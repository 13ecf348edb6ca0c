import { mailAboutOneCase } from './about-one-case.ts'

/** Tells whoever has a case that a time of the law runs out for its worker. */
export const limitationMail = mailAboutOneCase('limitation')
