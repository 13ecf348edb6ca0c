import { beforeAll, describe, expect, test } from 'vitest'
import { unsealed } from '../../src/cases/vault.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { onDatabase } from '../support/signed-in.ts'
import { codes, pathOf } from '../support/town/places.ts'
import {
  answers,
  clock,
  codeIn,
  countOf,
  db,
  found,
  lastCase,
  openedToken,
  receiptPage,
  sites,
  tokenIn,
  visitor,
} from './visitor.ts'

const site = sites.grievance
const hazard = { danger: 'no', hazards: 'fire', place: '西门', story: '西门堵了', named: 'no' }

beforeAll(found)

describe('the form', () => {
  test('opens by its code in any letter case, width and spacing', async () => {
    for (const code of ['CG7H4', 'cg7h4', 'ＣＧ７Ｈ４', 'cg7-h4']) {
      const response = await visitor().get(urls.site(code))
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('东升制衣有限公司 · 一号门')
    }
  })

  test('says who reads it, how long it is kept and how it is used before it asks', async () => {
    const page = await (await visitor().get(site)).text()
    const places = [
      '管理人员看不到',
      '办结后保存 3 年',
      '<dt>谁会看到',
      '<dt>怎样使用',
      '<dt>您的权利',
      '<form',
    ].map((it) => page.indexOf(it))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('is written in English too, and posts back in the language of its address', async () => {
    const page = await (await visitor().get(`${site}?lang=en`)).text()
    expect(page).toContain('Tell the union about a problem')
    expect(page).toContain(`action="${site}?lang=en"`)
  })

  test('waits for no script, and asks for nothing of another origin', async () => {
    const page = await (await visitor().get(site)).text()
    expect(page).not.toMatch(/<script(?![^>]*\bdefer\b)[^>]*\bsrc=/)
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  test('asks the database nothing while it is fresh', async () => {
    await visitor().get(site)
    const silent = onDatabase({ prepare: fail, batch: fail })
    const response = await visitor({ env: silent }).get(site.toUpperCase())
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(`action="${site}"`)
  })

  test('lets the browser name its origin when it posts', async () => {
    expect((await visitor().get(site)).headers.get('referrer-policy')).toBe('same-origin')
  })

  test('gives every visitor a token of his own, also from memory', async () => {
    const [one, two] = [await (await visitor().get(site)).text(), await (await visitor().get(site)).text()]
    expect(tokenIn(one)).not.toBe(tokenIn(two))
    expect(one.replace(tokenIn(one), '')).toBe(two.replace(tokenIn(two), ''))
  })
})

describe('filing', () => {
  test('goes over a check page to a receipt, and the case is with the duty officer', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const check = await worker.post(site, { ...answers, token, step: 'check' })
    expect(check.status).toBe(200)
    const checkPage = await check.text()
    for (const text of ['请核对', '三个月没发工资', '12 人', '匿名', '工资没发、少发、拖欠'])
      expect(checkPage).toContain(text)
    expect(await countOf('cases')).toBe(0)

    const sent = await worker.post(site, { ...answers, token, step: 'send' })
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/receipt\?of=/),
    ])
    const receipt = await receiptPage(worker, sent)
    expect(receipt).toMatch(/(<span>[2-9CFGHJMPQRVWX]{4} <\/span>){4}/)
    expect(receipt).toContain('data:image/png')
    expect(await lastCase()).toMatchObject({
      state: 'triage',
      org_id: 'township',
      enterprise_id: 'works',
      category: 'wages',
      workers: 12,
      anonymous: 1,
      site_code: codes.grievance,
      details: null,
    })
  })

  test('keeps a name and a phone in the vault, and only there', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const named = { ...answers, named: 'yes', worker_name: '王芳', worker_phone: '138 0013 8000' }
    await worker.post(site, { ...named, token, step: 'send' })
    const filed = await lastCase()
    expect(filed).toMatchObject({
      anonymous: 0,
      details: '{"worker_phone":"13800138000","worker_name":"王芳"}',
    })
    expect(filed.answers).not.toContain('王芳')
  })

  test('takes a phone without a name', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const reachable = { ...answers, named: 'yes', worker_phone: '13800138000', worker_name: '' }
    expect((await worker.post(site, { ...reachable, token, step: 'send' })).status).toBe(303)
    expect(await lastCase()).toMatchObject({ anonymous: 0, details: '{"worker_phone":"13800138000"}' })
  })

  test.each([
    ['where he wants it so', site, { ...answers, seal: 'yes' }],
    ['of a report, whatever was ticked', site, { ...answers, mode: 'report' }],
    ['of a form that is a report', sites.safety, hazard],
  ])('seals who he is by the receipt that he gets, %s', async (_, path, asked) => {
    const worker = visitor()
    const token = await openedToken(worker, path)
    const reachable = { ...asked, named: 'yes', worker_phone: '13800138000', worker_name: '' }
    const check = await (await worker.post(path, { ...reachable, token, step: 'check' })).text()
    expect(check).toContain('封存，只有查询码能打开；查询码丢了就打不开')
    const page = await receiptPage(worker, await worker.post(path, { ...reachable, token, step: 'send' }))
    expect(page).toContain('您的姓名和电话已经封存')
    const filed = await lastCase()
    expect(filed).toMatchObject({ anonymous: 0, sealed: 1 })
    expect(await unsealed(`${filed.id}`, `${filed.details}`, codeIn(page))).toBe(
      '{"worker_phone":"13800138000"}',
    )
  })

  test('keeps no name of an anonymous worker, even where one was typed', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const typed = { ...answers, worker_name: '王芳', worker_phone: '13800138000' }
    expect((await worker.post(site, { ...typed, token, step: 'send' })).status).toBe(303)
    const filed = await lastCase()
    expect(filed).toMatchObject({ anonymous: 1, details: null })
    expect(filed.answers).not.toContain('王芳')
  })

  test('past one’s own unit goes to the level above', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    await worker.post(site, { ...answers, bypass: 'yes', mode: 'report', token, step: 'send' })
    expect(await lastCase()).toMatchObject({ org_path: pathOf('township'), bypasses_unit: 1, mode: 'report' })
  })

  test.each([
    ['unit', 'township'],
    ['township', 'federation'],
    ['', 'federation'],
  ] as const)('about the union itself (%s) goes above those whom it concerns', async (concerns, org) => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    await worker.post(site, { ...answers, matter: 'conduct', concerns, token, step: 'send' })
    expect(await lastCase()).toMatchObject({ org_path: pathOf(org), secrecy: 'strict' })
  })

  test('says before it is sent where it goes, and says so again with the receipt', async () => {
    const bypassed = { matter: 'leave', bypass: 'yes' }
    for (const [said, sentence] of [
      [{ matter: 'leave' }, '先由东升制衣工会受理，它是您单位的工会。'],
      [bypassed, '直接由华阳镇总工会受理，不经过您单位的工会'],
      [{ matter: 'wages' }, '直接由华阳镇总工会受理，不经过您单位的工会'],
      [{ matter: 'harassment' }, '只有为这类事专门指定的人看得到。'],
      [{ matter: 'conduct', concerns: 'township' }, '直接由望江县总工会受理，下面各级工会都看不到。'],
    ] as const) {
      const worker = visitor()
      const token = await openedToken(worker, site)
      const check = await worker.post(site, { ...answers, ...said, token, step: 'check' })
      expect(await check.text()).toContain(sentence)
      const sent = await worker.post(site, { ...answers, ...said, token, step: 'send' })
      expect(await receiptPage(worker, sent)).toContain(sentence)
    }
  })

  test('about the county itself, tells the worker how to reach the federation above it', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const said = { ...answers, matter: 'conduct', concerns: 'federation' }
    const check = await worker.post(site, { ...said, token, step: 'check' })
    expect(await check.text()).toMatch(/上级是市总工会.*12351/s)
  })

  test('of a hazard is a report, without being asked', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.site(codes.safety.toLowerCase()))
    const hazard = {
      danger: 'yes',
      hazards: ['fire', 'other'],
      'hazards-other': '吊臂',
      place: '东门',
      story: '堵了',
      named: 'no',
    }
    await worker.post(urls.site(codes.safety.toLowerCase()), { ...hazard, token, step: 'send' })
    expect(await lastCase()).toMatchObject({ mode: 'report', category: 'safety', danger: 1 })
  })

  test('without a site finds the employer by the name the worker uses', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('grievance'))
    const typed = { ...answers, employer: '东升', token }
    const asked = await worker.post(urls.form('grievance'), { ...typed, step: 'check' })
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(page).toContain('是下面哪一家？')
    expect(page).toContain('东升物流有限公司')

    await worker.post(urls.form('grievance'), { ...typed, 'employer-id': 'depot', step: 'send' })
    expect(await lastCase()).toMatchObject({ enterprise_id: 'depot', org_id: 'township' })
  })

  test('takes an employer’s name of any length, and with any signs', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('grievance'))
    const employer = `${'望江县华阳镇东升制衣有限责任公司'.repeat(3)}%_`
    const sent = await worker.post(urls.form('grievance'), { ...answers, employer, token, step: 'send' })
    expect(sent.status).toBe(303)
    expect((await lastCase()).answers).toContain(employer)
  })

  test('without a site and with an employer nobody knows goes to the root', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('grievance'))
    await worker.post(urls.form('grievance'), {
      ...answers,
      employer: '东升',
      'employer-id': 'none',
      token,
      step: 'send',
    })
    const filed = await lastCase()
    expect(filed).toMatchObject({ enterprise_id: null, org_id: 'federation', site_code: null })
    expect(filed.answers).toContain('东升')
  })

  test('on a version that was replaced meanwhile keeps the version it answered', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('suggestion'))
    const changed = { ...standardForms.suggestion, title: { zh: '新的', en: 'New' } }
    await publish(db, { slug: 'suggestion', definition: changed, now: clock.now })
    forgetForms()
    const said = { about: 'safety', story: '加一盏灯', named: 'no', token }
    const check = await (await worker.post(urls.form('suggestion'), { ...said, step: 'check' })).text()
    expect(check).toContain('加一盏灯')
    expect((await worker.post(urls.form('suggestion'), { ...said, step: 'send' })).status).toBe(303)
    const { form_version_id: version } = await lastCase()
    expect(token).toContain(String(version))
  })

  test('on one that asks something new meanwhile is asked that, and nothing again', async () => {
    const worker = visitor()
    const token = await openedToken(worker, urls.form('suggestion'))
    const due = { type: 'yes_no', name: 'soon', label: { zh: '很急吗', en: 'Soon?' }, required: true }
    const [first, ...pages] = standardForms.suggestion?.pages ?? []
    const changed = {
      ...standardForms.suggestion,
      pages: [{ ...first, fields: [...(first?.fields ?? []), due] }, ...pages],
    }
    await publish(db, { slug: 'suggestion', definition: changed, now: clock.now })
    forgetForms()
    const said = { about: 'safety', story: '加一盏灯', named: 'no' }
    const again = await (await worker.post(urls.form('suggestion'), { ...said, token, step: 'send' })).text()
    expect(again).toMatch(/表有改动.*很急吗/s)
    expect(again).toContain('加一盏灯')
    const [, next = ''] = /name="token" value="([^"]+)"/.exec(again) ?? []
    expect(next.split('.')[0]).toBe(token.split('.')[0])
    const missing = await (
      await worker.post(urls.form('suggestion'), { ...said, token: next, step: 'check' })
    ).text()
    expect(missing).toContain('请选择：很急吗')
    clock.now = new Date(clock.now.getTime() + 60_000)
    const answer = await worker.post(urls.form('suggestion'), {
      ...said,
      soon: 'no',
      token: next,
      step: 'send',
    })
    expect(answer.status).toBe(303)
  })
})

describe('sending twice', () => {
  test('gives one case and the same receipt', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const before = await countOf('cases')
    const send = () => worker.post(site, { ...answers, token, step: 'send' })
    const [sent] = await Promise.all([send(), send()])
    const first = codeIn(await receiptPage(worker, sent))
    const again = await receiptPage(worker, await send())
    expect(await countOf('cases')).toBe(before + 1)
    expect(codeIn(again)).toBe(first)
    expect(again).toContain('没有重复提交')
  })

  test('with other answers says that the first ones are kept, and gives the others back', async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const first = codeIn(
      await receiptPage(worker, await worker.post(site, { ...answers, token, step: 'send' })),
    )
    const before = await lastCase()
    const other = await worker.post(site, { ...answers, story: '后来又改了', token, step: 'send' })
    expect(other.status).toBe(409)
    const page = await other.text()
    expect(page).toContain('以第一次提交的为准')
    expect(page).toContain('后来又改了')
    const [, address = ''] = /href="(\/receipt[^"]+)"/.exec(page) ?? []
    expect(codeIn(await (await worker.get(address)).text())).toBe(first)
    expect(await lastCase()).toEqual(before)
  })
})

describe('the receipt', () => {
  const filed = async () => {
    const worker = visitor()
    const token = await openedToken(worker, site)
    const sent = await worker.post(site, { ...answers, token, step: 'send' })
    return { worker, address: sent.headers.get('location') ?? '' }
  }

  test('is confirmed by its last four characters', async () => {
    const { worker, address } = await filed()
    const page = await (await worker.get(address)).text()
    const code = codeIn(page)
    const [, of = ''] = /name="of" value="([^"]+)"/.exec(page) ?? []
    const wrong = await worker.post(urls.receiptConfirmation, { of, last: '2222' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('请对照上面再看一遍')
    const right = await worker.post(urls.receiptConfirmation, { of, last: code.slice(-4).toLowerCase() })
    expect(right.status).toBe(303)
    const kept = await receiptPage(worker, right)
    expect(kept).toContain('查询码已存好')
    expect(kept).toContain(`name="receipt" value="${code}"`)
  })

  test('is shown for half an hour, and to this browser only', async () => {
    const { worker, address } = await filed()
    expect(codeIn(await (await worker.get(address)).text())).toHaveLength(16)
    expect(await (await visitor().get(address)).text()).toContain('查询码不再显示')
    clock.now = new Date(clock.now.getTime() + 31 * 60_000)
    expect(await (await worker.get(address)).text()).toContain('查询码不再显示')
  })

  test('is gone from a borrowed phone once the worker leaves', async () => {
    const { worker, address } = await filed()
    expect(codeIn(await (await worker.get(address)).text())).toHaveLength(16)
    await worker.post(urls.followExit, {})
    expect(await (await worker.get(address)).text()).toContain('查询码不再显示')
  })

  test('cannot be had by an address that was made up', async () => {
    const { worker, address } = await filed()
    const other = address.replace(/of=./, (text) => (text === 'of=0' ? 'of=1' : 'of=0'))
    expect(await (await worker.get(other)).text()).toContain('查询码不再显示')
    expect(await (await worker.get(urls.receipt)).text()).toContain('查询码不再显示')
  })
})

function fail(): never {
  throw new Error('The database was asked')
}
