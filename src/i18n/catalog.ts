import type { Locale } from '../db/vocabulary.ts'
import { answers as enAnswers } from './en/answers.ts'
import { board as enBoard } from './en/board.ts'
import { builder as enBuilder } from './en/builder.ts'
import { common as enCommon } from './en/common.ts'
import { desk as enDesk } from './en/desk.ts'
import { digest as enDigest } from './en/digest.ts'
import { follow as enFollow } from './en/follow.ts'
import { formFiles as enFormFiles } from './en/form-files.ts'
import { home as enHome } from './en/home.ts'
import { intake as enIntake } from './en/intake.ts'
import { mails as enMails } from './en/mails.ts'
import { news as enNews } from './en/news.ts'
import { office as enOffice } from './en/office.ts'
import { protection as enProtection } from './en/protection.ts'
import { questions as enQuestions } from './en/questions.ts'
import { readers as enReaders } from './en/readers.ts'
import { reckoning as enReckoning } from './en/reckoning.ts'
import { replacing as enReplacing } from './en/replacing.ts'
import { search as enSearch } from './en/search.ts'
import { seats as enSeats } from './en/seats.ts'
import { signin as enSignin } from './en/signin.ts'
import { sites as enSites } from './en/sites.ts'
import { translating as enTranslating } from './en/translating.ts'
import { unsent as enUnsent } from './en/unsent.ts'
import { words as enWords } from './en/words.ts'
import { answers } from './zh/answers.ts'
import { board } from './zh/board.ts'
import { builder } from './zh/builder.ts'
import { common } from './zh/common.ts'
import { desk } from './zh/desk.ts'
import { digest } from './zh/digest.ts'
import { follow } from './zh/follow.ts'
import { formFiles } from './zh/form-files.ts'
import { home } from './zh/home.ts'
import { intake } from './zh/intake.ts'
import { mails } from './zh/mails.ts'
import { news } from './zh/news.ts'
import { office } from './zh/office.ts'
import { protection } from './zh/protection.ts'
import { questions } from './zh/questions.ts'
import { readers } from './zh/readers.ts'
import { reckoning } from './zh/reckoning.ts'
import { replacing } from './zh/replacing.ts'
import { search } from './zh/search.ts'
import { seats } from './zh/seats.ts'
import { signin } from './zh/signin.ts'
import { sites } from './zh/sites.ts'
import { translating } from './zh/translating.ts'
import { unsent } from './zh/unsent.ts'
import { words } from './zh/words.ts'

const zh = {
  answers,
  board,
  builder,
  common,
  desk,
  digest,
  follow,
  formFiles,
  home,
  intake,
  news,
  office,
  mails,
  protection,
  questions,
  readers,
  reckoning,
  replacing,
  search,
  seats,
  signin,
  sites,
  translating,
  unsent,
  words,
}

/** Chinese is written first; its shape is what English must fill, which the compiler checks. */
export type Messages = typeof zh

const en: Messages = {
  answers: enAnswers,
  board: enBoard,
  builder: enBuilder,
  common: enCommon,
  desk: enDesk,
  digest: enDigest,
  follow: enFollow,
  formFiles: enFormFiles,
  home: enHome,
  intake: enIntake,
  news: enNews,
  office: enOffice,
  protection: enProtection,
  questions: enQuestions,
  readers: enReaders,
  reckoning: enReckoning,
  replacing: enReplacing,
  search: enSearch,
  seats: enSeats,
  signin: enSignin,
  sites: enSites,
  translating: enTranslating,
  unsent: enUnsent,
  mails: enMails,
  words: enWords,
}

export const catalogs: Record<Locale, Messages> = { zh, en }
