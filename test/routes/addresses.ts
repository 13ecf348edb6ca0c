import { mailChoiceToken } from '../../src/mail/unsubscribe-token.ts'
import { patterns, query, urls } from '../../src/urls.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { bindings } from '../support/signed-in.ts'
import { fileIn, phoneOf } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import type { Held } from '../support/town/town.ts'

/** The address that a pattern makes with what is there. */
export async function addressOf(pattern: string, held: Held): Promise<string> {
  switch (pattern) {
    case patterns.site:
      return urls.site(codes.grievance)
    case patterns.form:
      return urls.form('grievance')
    case patterns.followLink:
      return urls.followLink(held.receipt)
    case patterns.followFile:
      return urls.followFile(await fileOf(held))
    case patterns.followAct:
      return urls.followAct('correction')
    case patterns.followConsent:
      return urls.followConsent('none')
    case patterns.mailChoice:
      return urls.mailChoice(await mailChoiceToken(bindings().secrets.auth, 'officer'))
    case patterns.kept:
      return urls.kept('0'.repeat(32))
    case patterns.deskCase:
      return urls.deskCase(held.id)
    case patterns.deskFile:
      return urls.deskFile(held.id, await fileOf(held))
    case patterns.deskReferral:
      return urls.deskReferral(held.id)
    case patterns.deskReferralIdentity:
      return urls.deskReferralIdentity(held.id)
    case patterns.deskDraft:
      return urls.deskDraft(held.id)
    case patterns.deskAct:
      return urls.deskAct(held.id, 'note')
    case patterns.deskAnswers:
      return urls.deskAnswers('grievance')
    case patterns.deskAnswerSummary:
      return urls.deskAnswerSummary('grievance')
    case patterns.deskAnswerTables:
      return urls.deskAnswerTables('grievance')
    case patterns.deskAnswerTable:
      return urls.deskAnswerTable('grievance', 'none')
    case patterns.deskAnswersCsv:
      return urls.deskAnswersCsv('grievance')
    case patterns.deskAnswersXlsx:
      return urls.deskAnswersXlsx('grievance')
    case patterns.officePerson:
      return urls.officePerson('officer')
    case patterns.officeParting:
      return urls.officeParting('officer') + query({ act: 'deactivate' })
    case patterns.officeOrg:
      return urls.officeOrg('township')
    case patterns.officeEnterprises:
      return urls.officeEnterprises('township')
    case patterns.officeEnterprise:
      return urls.officeEnterprise('township', 'depot')
    case patterns.officeForm:
      return urls.officeForm('grievance')
    case patterns.officeFormAbout:
      return urls.officeFormAbout('grievance')
    case patterns.officeFormPages:
      return urls.officeFormPages('grievance')
    case patterns.officeFormPage:
      return urls.officeFormPage('grievance', 'page')
    case patterns.officeFormQuestion:
      return urls.officeFormQuestion('grievance', 'question')
    case patterns.officeFormLogic:
      return urls.officeFormLogic('grievance')
    case patterns.officeFormCondition:
      return urls.officeFormCondition('grievance', 'condition')
    case patterns.officeFormValue:
      return urls.officeFormValue('grievance', 'value')
    case patterns.officeFormReplacement:
      return urls.officeFormReplacement('grievance')
    case patterns.officeFormCheck:
      return urls.officeFormCheck('grievance', 'question', 'check')
    case patterns.officeFormTranslation:
      return urls.officeFormTranslation('grievance')
    case patterns.officeFormTranslationTable:
      return urls.officeFormTranslationTable('grievance')
    case patterns.officeFormTranslationCsv:
      return urls.officeFormTranslationCsv('grievance')
    case patterns.officeFormText:
      return urls.officeFormText('grievance')
    case patterns.officeFormPreview:
      return urls.officeFormPreview('grievance')
    case patterns.officeFormPublish:
      return urls.officeFormPublish('grievance')
    case patterns.officeFormWork:
      return urls.officeFormWork('grievance')
    case patterns.officeFormOut:
      return urls.officeFormOut('grievance')
    case patterns.officeFormXlsx:
      return urls.officeFormXlsx('grievance')
    case patterns.officeFormJson:
      return urls.officeFormJson('grievance')
    case patterns.officeFormVersion:
      return urls.officeFormVersion('grievance', 1)
    case patterns.officeSites:
      return urls.officeSites + query({ org: 'township' })
    case patterns.officeSite:
      return urls.officeSite(codes.grievance)
    case patterns.officeSiteReplacement:
      return urls.officeSiteReplacement(codes.grievance)
    case patterns.officePoster:
      return urls.officePoster(codes.grievance)
    case patterns.officePosterDrawing:
      return urls.officePosterDrawing(codes.grievance)
    case patterns.officePosters:
      return urls.officePosters + query({ org: 'township' })
    default:
      return pattern
  }
}

/** A photo that its worker has sent. */
async function fileOf(held: Held): Promise<string> {
  const phone = await phoneOf(held)
  await phone.send(new File([jpeg.make({ word: '', places: [], orientation: 1 })], 'a.jpg'))
  return fileIn(await phone.page())
}
