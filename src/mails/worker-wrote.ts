import { mailAboutOneCase } from './about-one-case.ts'

/** Tells whoever is to answer that the worker wrote. */
export const workerWroteMail = mailAboutOneCase('workerWrote')
