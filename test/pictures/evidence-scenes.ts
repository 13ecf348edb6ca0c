import { orgOf } from '../../scripts/demo/tree.ts'
import { keepFile, keepWithOriginal } from '../../src/cases/filed/kept-files.ts'
import { file } from '../../src/cases/filing.ts'
import { openDb } from '../../src/db/client.ts'
import { stripped } from '../../src/files/stripped.ts'
import { publish } from '../../src/forms/versions.ts'
import { loadRules } from '../../src/orgs/rules.ts'
import { sceneOf } from '../../src/orgs/scene.ts'
import { filesIn } from '../../src/platform/r2-files.ts'
import type { Files } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { evident } from '../support/attached-form.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { mp3 } from '../support/files/mp3.ts'
import { png } from '../support/files/png.ts'
import type { Huying } from '../support/huying.ts'
import { attached, photo, proofOf, said } from './paged-scenes.ts'
import type { Scene } from './scenes.ts'
import { fillIn, goTo, inTurn, press, type Step, sentBack, shows } from './ways.ts'

/** Two cases with photos as evidence and a voice note, so that one stays as it came. */
const filed = ['evidence', 'evidence-opened']
const slug = 'evident'

/** Publishes the form and files the cases at the federation. */
export async function fileEvidence({ d1, files, secrets }: Huying, now: Date) {
  const db = openDb(d1)
  const version = await publish(db, { slug, definition: evident, now })
  if (!version.ok) throw new Error('The form has faults')
  const scene = sceneOf(db, secrets.keys, await loadRules(db, now), now)
  return Promise.all(
    filed.map(async (key) => {
      const { kept, answers } = await attach(filesIn(files))
      const { caseId, receipt } = await file(scene, {
        ...{ key, receiptSecret: secrets.receiptSecret, formVersionId: version.versionId, siteCode: null },
        ...{ orgId: 'linxi', orgPath: orgOf('linxi').path, enterpriseId: null, bypassesUnit: false },
        ...{ category: 'wages', mode: 'complaint', anonymous: false, locale: 'zh' },
        identity: { worker_phone: '13800001234' },
        files: kept,
        answers: { owed: 'deposit', danger: false, story: '押金到现在还没有退。', ...answers },
      })
      return { key, caseId, receipt }
    }),
  )
}

async function attach(files: Files) {
  const [first, second, spoken] = [jpeg, png, mp3].map(({ make }) =>
    made(make({ word: 'ABCDEFGHABCDEFGH', places: [], orientation: 1 })),
  )
  if (!first || !second || !spoken) throw new Error('Nothing to attach')
  const photos = [await keepWithOriginal(files, first), await keepWithOriginal(files, second)]
  const voice = await keepFile(files, spoken)
  return {
    kept: [...photos, voice],
    answers: {
      what_proof: '收据和转账截图',
      proof: photos.map(({ id, kind, size }) => ({ file: id, kind, size, original: true })),
      spoken: [{ file: voice.id, kind: voice.kind, size: voice.size }],
    },
  }
}

function made(original: Uint8Array<ArrayBuffer>) {
  const result = stripped(original)
  if (!result.ok) throw new Error(`Not to be attached: ${result.why}`)
  return { ...result, original }
}

const open = 'button[formaction$="/originals"]'
const unfold: Step = (page) => page.locator('details:has(.answers) > summary').first().click()

/** What is asked for as evidence: where it is attached, on its case at the desk, and on the worker’s page. */
export function evidenceScenes(caseCalled: (key: string) => string): Scene[] {
  const proof = proofOf(slug)
  const asDuty = (name: string, key: string, then: Step) => ({
    name,
    as: 'wu.xiaolan',
    open: inTurn(goTo(urls.deskCase(caseCalled(key))), then),
  })
  const opened = inTurn(fillIn({ 'originals-reason': '仲裁要核对拍摄时间' }), press(open), shows('.answers'))
  return [
    { name: 'paged-evidence', open: proof },
    { name: 'paged-evidence-wrong', open: inTurn(proof, sentBack('main button[value="next"]')) },
    { name: 'paged-evidence-one', open: inTurn(proof, attached(photo)) },
    {
      name: 'paged-evidence-check',
      open: inTurn(
        proof,
        attached(photo),
        said({}),
        said({}),
        said({ named: 'no', agreed: 'yes' }),
        shows('.checked'),
      ),
    },
    asDuty('desk-case-evidence', 'evidence', shows(open)),
    asDuty('desk-case-evidence-unreasoned', 'evidence', sentBack(open)),
    asDuty('desk-case-evidence-opened', 'evidence-opened', opened),
    { name: 'follow-evidence', receiptOf: 'evidence', open: inTurn(goTo(urls.follow), unfold) },
  ]
}
