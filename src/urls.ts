/** Every address of the service. Patterns carry `:name`; functions make the address of one thing. */
export const patterns = {
  home: '/',
  site: '/q/:code',
  form: '/f/:slug',
  resume: '/resume',
  receipt: '/receipt',
  receiptConfirmation: '/receipt/confirmation',
  receiptNews: '/receipt/news',

  follow: '/follow',
  followLink: '/follow/with/:receipt',
  followOpening: '/follow/opening',
  followExit: '/follow/exit',
  followMessages: '/follow/messages',
  followFile: '/follow/files/:file',
  followRating: '/follow/rating',
  followAct: '/follow/acts/:act',
  followConsent: '/follow/consents/:consent',
  followData: '/follow/data',
  followDataFile: '/follow/data.json',
  followIdentity: '/follow/identity',
  followWords: '/follow/words',
  followContact: '/follow/contact',
  followReceipt: '/follow/receipt',
  followNews: '/follow/news',
  followNewsEnd: '/follow/news/end',
  followNewsKey: '/follow/news/key',
  followSeal: '/follow/seal',

  words: '/words',
  kept: '/kept/:name',

  protection: '/protection',
  board: '/board',
  record: '/record',
  healthz: '/healthz',
  setup: '/setup',

  signIn: '/sign-in',
  signInCode: '/sign-in/code',
  signInSecondFactor: '/sign-in/second-factor',
  signInDemo: '/sign-in/demo',
  signInExit: '/sign-in/exit',
  account: '/sign-in/account',
  accountSecondFactor: '/sign-in/account/second-factor',
  accountSessions: '/sign-in/account/sessions',
  accountMail: '/sign-in/account/mail',
  mailChoice: '/sign-in/mail/:token',

  desk: '/desk',
  deskCases: '/desk/cases',
  deskCase: '/desk/cases/:id',
  deskFile: '/desk/cases/:id/files/:file',
  deskReferral: '/desk/cases/:id/referral',
  deskReferralIdentity: '/desk/cases/:id/referral/identity',
  deskAct: '/desk/cases/:id/:act',
  deskDraft: '/desk/drafts/:id',
  deskSearch: '/desk/search',
  deskForms: '/desk/forms',
  deskAnswers: '/desk/forms/:id/answers',
  deskAnswerTables: '/desk/forms/:id/answers/tables',
  deskAnswersCsv: '/desk/forms/:id/answers.csv',
  deskAnswersXlsx: '/desk/forms/:id/answers.xlsx',

  office: '/office',
  officeSettings: '/office/settings',
  officeStaff: '/office/staff',
  officePerson: '/office/staff/:id',
  officeParting: '/office/staff/:id/parting',
  officeNominees: '/office/nominees',
  officeOrgs: '/office/organisations',
  officeOrg: '/office/organisations/:id',
  officeEnterprises: '/office/organisations/:id/enterprises',
  officeEnterprise: '/office/organisations/:id/enterprises/:enterprise',
  officeEmployers: '/office/employers',
  officeEmployer: '/office/employers/:id',
  officeForms: '/office/forms',
  officeForm: '/office/forms/:id',
  officeFormVersion: '/office/forms/:id/versions/:number',
  officeFormWork: '/office/forms/:id/work',
  officeFormAbout: '/office/forms/:id/about',
  officeFormPages: '/office/forms/:id/pages',
  officeFormLogic: '/office/forms/:id/logic',
  officeFormCondition: '/office/forms/:id/logic/:condition',
  officeFormValue: '/office/forms/:id/values/:value',
  officeFormReplacement: '/office/forms/:id/replacement',
  officeFormCheck: '/office/forms/:id/questions/:question/checks/:check',
  officeFormTranslation: '/office/forms/:id/translation',
  officeFormTranslationTable: '/office/forms/:id/translation/table',
  officeFormTranslationCsv: '/office/forms/:id/translation.csv',
  officeFormText: '/office/forms/:id/text',
  officeFormPreview: '/office/forms/:id/preview',
  officeFormPublish: '/office/forms/:id/publish',
  officeFormPage: '/office/forms/:id/pages/:page',
  officeFormQuestion: '/office/forms/:id/questions/:question',
  officeFormFile: '/office/form-file',
  officeFormOut: '/office/forms/:id/out',
  officeFormJson: '/office/forms/:id/form.json',
  officeFormXlsx: '/office/forms/:id/form.xlsx',
  officeSites: '/office/sites',
  officeSite: '/office/sites/:code',
  officePoster: '/office/sites/:code/poster',
  officePosterDrawing: '/office/sites/:code/poster.svg',
  officePosters: '/office/posters',
  officeBatches: '/office/batches',
  officeCalendar: '/office/calendar',
  officeMail: '/office/mail',
  officeTestMail: '/office/mail/test',
  officeDeletions: '/office/deletions',
  officeLog: '/office/log',
  officeRecord: '/office/record',

  styles: '/huying.css',
  script: '/enhance.js',
  pageScript: '/page.js',
  pushScript: '/push.js',
  photoScript: '/photo.js',
  unsentScript: '/unsent.js',
  serviceWorker: '/sw.js',
  /** What a form may be, for who writes one; a form that it does not fit any more gets the next number. */
  formSchema: '/schemas/form-1.json',
  away: '/away',
  /** Where somebody goes who has to be seen elsewhere. */
  elsewhere: 'https://www.baidu.com/',
} as const

const fill = (pattern: string, values: Record<string, string>) =>
  pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))

/** The query part of an address; empty values are left out. */
export function query(values: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`
}

export const urls = {
  ...patterns,
  site: (code: string) => fill(patterns.site, { code }),
  form: (slug: string) => fill(patterns.form, { slug }),
  followLink: (receipt: string) => fill(patterns.followLink, { receipt }),
  followAct: (act: string) => fill(patterns.followAct, { act }),
  followFile: (file: string) => fill(patterns.followFile, { file }),
  followConsent: (consent: string) => fill(patterns.followConsent, { consent }),
  mailChoice: (token: string) => fill(patterns.mailChoice, { token }),
  kept: (name: string) => fill(patterns.kept, { name }),
  deskCase: (id: string) => fill(patterns.deskCase, { id }),
  deskFile: (id: string, file: string) => fill(patterns.deskFile, { id, file }),
  deskReferral: (id: string) => fill(patterns.deskReferral, { id }),
  deskReferralIdentity: (id: string) => fill(patterns.deskReferralIdentity, { id }),
  deskAct: (id: string, act: string) => fill(patterns.deskAct, { id, act }),
  deskDraft: (id: string) => fill(patterns.deskDraft, { id }),
  deskAnswers: (id: string) => fill(patterns.deskAnswers, { id }),
  deskAnswerTables: (id: string) => fill(patterns.deskAnswerTables, { id }),
  deskAnswersCsv: (id: string) => fill(patterns.deskAnswersCsv, { id }),
  deskAnswersXlsx: (id: string) => fill(patterns.deskAnswersXlsx, { id }),
  officePerson: (id: string) => fill(patterns.officePerson, { id }),
  officeParting: (id: string) => fill(patterns.officeParting, { id }),
  officeOrg: (id: string) => fill(patterns.officeOrg, { id }),
  officeEnterprises: (id: string) => fill(patterns.officeEnterprises, { id }),
  officeEnterprise: (id: string, enterprise: string) => fill(patterns.officeEnterprise, { id, enterprise }),
  officeEmployer: (id: string) => fill(patterns.officeEmployer, { id }),
  officeForm: (id: string) => fill(patterns.officeForm, { id }),
  officeFormWork: (id: string) => fill(patterns.officeFormWork, { id }),
  officeFormAbout: (id: string) => fill(patterns.officeFormAbout, { id }),
  officeFormPages: (id: string) => fill(patterns.officeFormPages, { id }),
  officeFormLogic: (id: string) => fill(patterns.officeFormLogic, { id }),
  officeFormCondition: (id: string, condition: string) =>
    fill(patterns.officeFormCondition, { id, condition }),
  officeFormValue: (id: string, value: string) => fill(patterns.officeFormValue, { id, value }),
  officeFormReplacement: (id: string) => fill(patterns.officeFormReplacement, { id }),
  officeFormCheck: (id: string, question: string, check: string) =>
    fill(patterns.officeFormCheck, { id, question, check }),
  officeFormTranslation: (id: string) => fill(patterns.officeFormTranslation, { id }),
  officeFormTranslationTable: (id: string) => fill(patterns.officeFormTranslationTable, { id }),
  officeFormTranslationCsv: (id: string) => fill(patterns.officeFormTranslationCsv, { id }),
  officeFormText: (id: string) => fill(patterns.officeFormText, { id }),
  officeFormPreview: (id: string) => fill(patterns.officeFormPreview, { id }),
  officeFormPublish: (id: string) => fill(patterns.officeFormPublish, { id }),
  officeFormPage: (id: string, page: string) => fill(patterns.officeFormPage, { id, page }),
  officeFormQuestion: (id: string, question: string) => fill(patterns.officeFormQuestion, { id, question }),
  officeFormVersion: (id: string, number: number) =>
    fill(patterns.officeFormVersion, { id, number: String(number) }),
  officeFormOut: (id: string) => fill(patterns.officeFormOut, { id }),
  officeFormJson: (id: string) => fill(patterns.officeFormJson, { id }),
  officeFormXlsx: (id: string) => fill(patterns.officeFormXlsx, { id }),
  officeSite: (code: string) => fill(patterns.officeSite, { code }),
  officePoster: (code: string) => fill(patterns.officePoster, { code }),
  officePosterDrawing: (code: string) => fill(patterns.officePosterDrawing, { code }),
} as const

/**
 * A path as it is meant. Posters carry the address of a site in capitals, which makes a QR code of fewer and bigger
 * squares; and what is typed or copied often ends in a slash.
 */
export function pathMeant(path: string): string {
  return path.replace(/^\/Q\//, '/q/').replace(/(?<=[^/])\/+$/, '')
}

/** Whether a path is where somebody of the union writes to a worker. */
export const isDeskMessage = (path: string) => /^\/desk\/cases\/[^/]+\/message$/.test(path)

/** Whether a path is that of a form, its own or of a site. */
export const isForm = (path: string) => /^\/[qf]\/[^/]+$/.test(path)
