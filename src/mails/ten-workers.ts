import { mailAboutOneCase } from './about-one-case.ts'

/** Tells the chair that a case stands for ten workers or more. */
export const tenWorkersMail = mailAboutOneCase('tenWorkers')
