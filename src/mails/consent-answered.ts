import { mailAboutOneCase } from './about-one-case.ts'

/** Tells whoever is to answer what the worker said about passing on who he is, or that he took it back. */
export const consentAnsweredMail = mailAboutOneCase('consentAnswered')
