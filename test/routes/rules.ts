import { patterns } from '../../src/urls.ts'

/** Who may reach an address; each of these is asked at each of them. */
export type Audience =
  /** Whoever knows the address, and everybody is answered alike. */
  | 'anybody'
  /** Who has entered the receipt of the case. */
  | 'worker'
  /** Who is signed in. */
  | 'cadre'
  /** Who sees the case. */
  | 'reader'
  /** Who administers something, or reads the log. */
  | 'office'
  /** Who administers something. */
  | 'administrator'
  /** Who administers this organisation, or one above it. */
  | 'administratorOfIt'
  | 'federationAdministrator'
  | 'logReader'

export interface Rule {
  who: Audience
  /** What comes back to who may, where a form came without what it asks. */
  answer: number
  /** What is sent, where without it who may would be refused as well. */
  fields?: Record<string, string>
  /** What comes back to who has no receipt; the text of a form is given back with 403. */
  without?: 303 | 403
}

/** Method and pattern → who may. A route that is not here fails the build. */
export const rules: Record<string, Rule> = {
  ...to(patterns.home, { GET: { who: 'anybody', answer: 200 } }),
  ...to(patterns.site, { GET: { who: 'anybody', answer: 200 }, POST: { who: 'anybody', answer: 422 } }),
  ...to(patterns.form, { GET: { who: 'anybody', answer: 200 }, POST: { who: 'anybody', answer: 422 } }),
  ...to(patterns.resume, { GET: { who: 'anybody', answer: 200 }, POST: { who: 'anybody', answer: 422 } }),
  ...to(patterns.receipt, { GET: { who: 'anybody', answer: 200 } }),
  ...to(patterns.receiptConfirmation, { POST: { who: 'anybody', answer: 200 } }),
  ...to(patterns.receiptNews, { POST: { who: 'anybody', answer: 200 } }),
  ...to(patterns.protection, { GET: { who: 'anybody', answer: 200 } }),
  ...to(patterns.board, { GET: { who: 'anybody', answer: 200 } }),
  ...to(patterns.record, { GET: { who: 'anybody', answer: 200 } }),
  // Without cookies there is nothing to come back to.
  ...to(patterns.words, { POST: { who: 'anybody', answer: 303 } }),
  ...to(patterns.kept, { GET: { who: 'anybody', answer: 410 } }),
  ...to(patterns.healthz, { GET: { who: 'anybody', answer: 200 } }),
  // Closed once there is a federation.
  ...to(patterns.setup, { GET: { who: 'anybody', answer: 404 }, POST: { who: 'anybody', answer: 404 } }),

  ...to(patterns.follow, { GET: { who: 'anybody', answer: 200 }, POST: { who: 'anybody', answer: 422 } }),
  ...to(patterns.followLink, { GET: { who: 'anybody', answer: 303 } }),
  ...to(patterns.followExit, { POST: { who: 'anybody', answer: 303 } }),
  ...to(patterns.away, { GET: { who: 'anybody', answer: 303 } }),
  ...to(patterns.followMessages, { POST: { who: 'worker', answer: 422, without: 403 } }),
  ...to(patterns.followFile, { GET: { who: 'worker', answer: 200 } }),
  ...to(patterns.followRating, { POST: { who: 'worker', answer: 422, without: 403 } }),
  ...to(patterns.followAct, { POST: { who: 'worker', answer: 422, without: 403 } }),
  ...to(patterns.followConsent, { POST: { who: 'worker', answer: 422, without: 403 } }),
  ...to(patterns.followData, { GET: { who: 'worker', answer: 200 } }),
  ...to(patterns.followDataFile, { GET: { who: 'worker', answer: 200 } }),
  ...to(patterns.followIdentity, {
    GET: { who: 'worker', answer: 200 },
    POST: { who: 'worker', answer: 303, without: 403 },
  }),
  ...to(patterns.followWords, {
    GET: { who: 'worker', answer: 200 },
    POST: { who: 'worker', answer: 303, without: 403 },
  }),
  ...to(patterns.followOpening, {
    GET: { who: 'anybody', answer: 303 },
    POST: { who: 'anybody', answer: 303 },
  }),
  ...to(patterns.followReceipt, {
    GET: { who: 'worker', answer: 200 },
    // Without the mark of the new receipt it is another one's form.
    POST: { who: 'worker', answer: 409, without: 403 },
  }),
  ...to(patterns.followNews, { POST: { who: 'worker', answer: 422, without: 403 } }),
  ...to(patterns.followNewsEnd, { POST: { who: 'worker', answer: 303, without: 403 } }),
  ...to(patterns.followNewsKey, { GET: { who: 'worker', answer: 200 } }),
  ...to(patterns.followSeal, {
    GET: { who: 'worker', answer: 200 },
    POST: { who: 'worker', answer: 422, without: 403 },
  }),
  ...to(patterns.followContact, {
    GET: { who: 'worker', answer: 200 },
    POST: { who: 'worker', answer: 422, without: 403 },
  }),

  ...to(patterns.signIn, { GET: { who: 'anybody', answer: 200 }, POST: { who: 'anybody', answer: 422 } }),
  ...to(patterns.signInCode, { GET: { who: 'anybody', answer: 303 }, POST: { who: 'anybody', answer: 303 } }),
  ...to(patterns.signInSecondFactor, {
    GET: { who: 'anybody', answer: 303 },
    POST: { who: 'anybody', answer: 303 },
  }),
  ...to(patterns.signInDemo, { POST: { who: 'anybody', answer: 400 } }),
  ...to(patterns.signInExit, { POST: { who: 'anybody', answer: 303 } }),
  ...to(patterns.account, { GET: { who: 'cadre', answer: 200 } }),
  ...to(patterns.accountSecondFactor, {
    GET: { who: 'cadre', answer: 200 },
    POST: { who: 'cadre', answer: 400 },
  }),
  ...to(patterns.accountSessions, { POST: { who: 'cadre', answer: 303 } }),
  ...to(patterns.accountMail, { POST: { who: 'cadre', answer: 400 } }),
  // The token in the address is the permission.
  ...to(patterns.mailChoice, { GET: { who: 'anybody', answer: 200 }, POST: { who: 'anybody', answer: 200 } }),

  ...to(patterns.desk, { GET: { who: 'cadre', answer: 200 } }),
  ...to(patterns.deskCases, { GET: { who: 'cadre', answer: 200 } }),
  ...to(patterns.deskCase, { GET: { who: 'reader', answer: 200 } }),
  // Of a case that was never referred there is none.
  ...to(patterns.deskFile, { GET: { who: 'reader', answer: 200 } }),
  ...to(patterns.deskReferral, { GET: { who: 'reader', answer: 303 } }),
  ...to(patterns.deskReferralIdentity, { POST: { who: 'reader', answer: 303 } }),
  ...to(patterns.deskAct, { POST: { who: 'reader', answer: 400 } }),
  ...to(patterns.deskDraft, { POST: { who: 'reader', answer: 204 } }),
  ...to(patterns.deskSearch, { GET: { who: 'cadre', answer: 200 }, POST: { who: 'cadre', answer: 422 } }),

  ...to(patterns.deskForms, { GET: { who: 'cadre', answer: 200 } }),
  ...to(patterns.deskAnswers, { GET: { who: 'cadre', answer: 200 } }),
  ...to(patterns.deskAnswerSummary, { GET: { who: 'cadre', answer: 200 } }),
  ...to(patterns.deskAnswerTables, {
    GET: { who: 'cadre', answer: 200 },
    POST: { who: 'reader', answer: 303 },
  }),
  // It is for who asked for it alone.
  ...to(patterns.deskAnswerTable, {
    GET: { who: 'reader', answer: 404 },
    POST: { who: 'reader', answer: 404 },
  }),
  // Of a form of which he sees no case there is nothing to take.
  ...to(patterns.deskAnswersCsv, { POST: { who: 'reader', answer: 200 } }),
  ...to(patterns.deskAnswersXlsx, { POST: { who: 'reader', answer: 200 } }),

  ...to(patterns.office, { GET: { who: 'office', answer: 200 } }),
  ...to(patterns.officeStaff, {
    GET: { who: 'administrator', answer: 200 },
    POST: { who: 'administrator', answer: 422 },
  }),
  ...to(patterns.officePerson, {
    GET: { who: 'administratorOfIt', answer: 200 },
    POST: { who: 'administratorOfIt', answer: 400 },
  }),
  ...to(patterns.officeParting, { GET: { who: 'administratorOfIt', answer: 200 } }),
  ...to(patterns.officeOrgs, { GET: { who: 'administrator', answer: 303 } }),
  ...to(patterns.officeOrg, {
    GET: { who: 'administratorOfIt', answer: 200 },
    POST: { who: 'administratorOfIt', answer: 400 },
  }),
  ...to(patterns.officeEnterprises, { POST: { who: 'administratorOfIt', answer: 422 } }),
  ...to(patterns.officeEnterprise, { POST: { who: 'administratorOfIt', answer: 422 } }),
  ...to(patterns.officeSites, {
    GET: { who: 'administratorOfIt', answer: 200 },
    POST: { who: 'administratorOfIt', answer: 422, fields: { org: 'township' } },
  }),
  ...to(patterns.officeSite, {
    GET: { who: 'administratorOfIt', answer: 200 },
    POST: { who: 'administratorOfIt', answer: 400 },
  }),
  ...to(patterns.officeSiteReplacement, {
    GET: { who: 'administratorOfIt', answer: 200 },
    POST: { who: 'administratorOfIt', answer: 422 },
  }),
  ...to(patterns.officePoster, { GET: { who: 'administratorOfIt', answer: 200 } }),
  ...to(patterns.officePosterDrawing, { GET: { who: 'administratorOfIt', answer: 200 } }),
  ...to(patterns.officePosters, { GET: { who: 'administratorOfIt', answer: 200 } }),
  ...to(patterns.officeBatches, {
    GET: { who: 'administrator', answer: 200 },
    POST: { who: 'administrator', answer: 422 },
  }),
  ...to(patterns.officeForms, {
    GET: { who: 'federationAdministrator', answer: 200 },
    POST: { who: 'federationAdministrator', answer: 422 },
  }),
  ...to(patterns.officeForm, {
    GET: { who: 'federationAdministrator', answer: 200 },
    POST: { who: 'federationAdministrator', answer: 400 },
  }),
  ...Object.fromEntries(
    [
      patterns.officeFormAbout,
      patterns.officeFormPages,
      patterns.officeFormLogic,
      patterns.officeFormCondition,
      patterns.officeFormValue,
      patterns.officeFormCheck,
      patterns.officeFormReplacement,
      patterns.officeFormTranslation,
      patterns.officeFormText,
      patterns.officeFormPage,
      patterns.officeFormQuestion,
    ].flatMap((pattern) =>
      Object.entries(
        to(pattern, {
          GET: { who: 'federationAdministrator', answer: 303 },
          POST: { who: 'federationAdministrator', answer: 409 },
        }),
      ),
    ),
  ),
  ...to(patterns.officeFormTranslationTable, {
    GET: { who: 'federationAdministrator', answer: 303 },
    POST: { who: 'federationAdministrator', answer: 303 },
  }),
  ...to(patterns.officeFormTranslationCsv, { GET: { who: 'federationAdministrator', answer: 303 } }),
  ...to(patterns.officeFormPreview, {
    GET: { who: 'federationAdministrator', answer: 303 },
    POST: { who: 'federationAdministrator', answer: 303 },
  }),
  ...to(patterns.officeFormPublish, {
    GET: { who: 'federationAdministrator', answer: 303 },
    POST: { who: 'federationAdministrator', answer: 303 },
  }),
  ...to(patterns.officeFormWork, { POST: { who: 'federationAdministrator', answer: 400 } }),
  ...to(patterns.officeFormFile, {
    GET: { who: 'federationAdministrator', answer: 200 },
    POST: { who: 'federationAdministrator', answer: 422 },
  }),
  ...to(patterns.officeFormOut, { GET: { who: 'federationAdministrator', answer: 200 } }),
  ...to(patterns.officeFormXlsx, { GET: { who: 'federationAdministrator', answer: 200 } }),
  ...to(patterns.officeFormJson, { GET: { who: 'federationAdministrator', answer: 200 } }),
  ...to(patterns.officeFormVersion, { GET: { who: 'federationAdministrator', answer: 200 } }),
  ...to(patterns.officeNominees, { GET: { who: 'federationAdministrator', answer: 200 } }),
  ...to(patterns.officeEmployers, { GET: { who: 'federationAdministrator', answer: 200 } }),
  ...to(patterns.officeEmployer, { POST: { who: 'federationAdministrator', answer: 400 } }),
  ...to(patterns.officeSettings, {
    GET: { who: 'federationAdministrator', answer: 200 },
    POST: { who: 'federationAdministrator', answer: 422 },
  }),
  ...to(patterns.officeCalendar, {
    GET: { who: 'federationAdministrator', answer: 200 },
    POST: { who: 'federationAdministrator', answer: 400 },
  }),
  ...to(patterns.officeMail, {
    GET: { who: 'federationAdministrator', answer: 200 },
    POST: { who: 'federationAdministrator', answer: 303, fields: { delivery: 'stopped' } },
  }),
  ...to(patterns.officeTestMail, { POST: { who: 'federationAdministrator', answer: 303 } }),
  ...to(patterns.officeDeletions, { GET: { who: 'logReader', answer: 200 } }),
  ...to(patterns.officeLog, { GET: { who: 'logReader', answer: 200 } }),
  ...to(patterns.officeRecord, {
    GET: { who: 'logReader', answer: 200 },
    POST: { who: 'logReader', answer: 400 },
  }),
}

function to(pattern: string, by: Partial<Record<'GET' | 'POST', Rule>>): Record<string, Rule> {
  return Object.fromEntries(Object.entries(by).map(([method, rule]) => [`${method} ${pattern}`, rule]))
}
