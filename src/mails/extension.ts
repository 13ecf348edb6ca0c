import { mailAboutOneCase } from './about-one-case.ts'

/** Asks the chair to decide about more time for a handler. */
export const extensionAskedMail = mailAboutOneCase('extensionAsked')

/** Tells the handler what the chair decided. */
export const extensionDecidedMail = mailAboutOneCase('extensionDecided')
