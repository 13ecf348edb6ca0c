import { mailAboutOneCase } from './about-one-case.ts'

/** Tells whoever has a case now that it is his turn. */
export const yourTurnMail = mailAboutOneCase('yourTurn')
