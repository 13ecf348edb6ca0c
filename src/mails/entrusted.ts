import { mailAboutOneCase } from './about-one-case.ts'

/** Tells the named people that a case was put into their hands. */
export const entrustedMail = mailAboutOneCase('entrusted')
