import type { ZipInputFile } from 'fflate'
import type { Sum } from './deflating.ts'
import { escaped } from './sheet-xml.ts'

const package_ = 'http://schemas.openxmlformats.org/package/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook of one sheet (ECMA-376), of which the slices are the sheet's XML, deflated; `sum` says at the end what they
 * came to. Nothing of it is kept.
 */
export async function* workbook(
  name: string,
  at: Date,
  slices: AsyncIterable<Uint8Array<ArrayBuffer>>,
  sum: () => Sum,
): AsyncGenerator<Uint8Array> {
  // Only whoever takes a workbook evaluates it.
  const { strToU8, Zip, ZipPassThrough } = await import('fflate')
  const made: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    made.push(chunk)
  })
  for (const [filename, xml] of Object.entries(partsAround(name))) {
    const part = Object.assign(new ZipPassThrough(filename), { mtime: at })
    zip.add(part)
    part.push(strToU8(xml), true)
  }
  const sheet: ZipInputFile = {
    filename: 'xl/worksheets/sheet1.xml',
    size: 0,
    crc: 0,
    compression: 8,
    mtime: at,
  }
  zip.add(sheet)
  yield* made.splice(0)
  for await (const slice of slices) {
    sheet.ondata?.(null, slice, false)
    yield* made.splice(0)
  }
  Object.assign(sheet, sum())
  sheet.ondata?.(null, new Uint8Array(), true)
  zip.end()
  yield* made
}

function partsAround(name: string): Record<string, string> {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const relations = (...all: string[]) =>
    xml(`<Relationships xmlns="${package_}/relationships">${all.join('')}</Relationships>`)
  const override = (part: string, kind: string) =>
    `<Override PartName="${['', 'xl', part].join('/')}.xml" ContentType="${types}.${kind}+xml"/>`
  return {
    '[Content_Types].xml': xml(
      [
        `<Types xmlns="${package_}/content-types">`,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        override('workbook', 'sheet.main'),
        override('worksheets/sheet1', 'worksheet'),
        override('styles', 'styles'),
        '</Types>',
      ].join(''),
    ),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('r2', 'styles', 'styles.xml'),
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/styles.xml': xml(
      [
        `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts>`,
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
        '<cellXfs count="1"><xf/></cellXfs></styleSheet>',
      ].join(''),
    ),
  }
}

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`
