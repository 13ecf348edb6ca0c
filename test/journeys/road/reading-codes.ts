import jsQR from 'jsqr'
import type { Page } from 'playwright-core'

/** How a phone meets a poster: well lit, in poor light, and held askew. */
export const looks = { plain: 'none', pale: 'contrast(40%)', askew: 'none' } as const

/** A phone takes one picture after the other, as it comes closer. */
const distances = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4]

/** What a reader of QR codes makes of a picture. */
export async function readBy(
  page: Page,
  picture: Buffer,
  look: keyof typeof looks,
): Promise<string | undefined> {
  for (const distance of distances) {
    const read = await readFrom(page, picture, look, distance)
    if (read) return read
  }
  return undefined
}

async function readFrom(page: Page, picture: Buffer, look: keyof typeof looks, distance: number) {
  const given = [picture.toString('base64'), looks[look], look === 'askew' ? 20 : 0, distance] as const
  const { side, greys } = await page.evaluate(async ([png, filter, degrees, scale]) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const side = Math.ceil(Math.hypot(image.width, image.height) * scale)
    const canvas = document.createElement('canvas')
    canvas.width = side
    canvas.height = side
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('This browser draws nothing')
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, side, side)
    pen.filter = filter
    pen.translate(side / 2, side / 2)
    pen.rotate((degrees * Math.PI) / 180)
    pen.scale(scale, scale)
    pen.drawImage(image, -image.width / 2, -image.height / 2)
    let greys = ''
    const dots = pen.getImageData(0, 0, side, side).data
    for (let at = 1; at < dots.length; at += 4) greys += String.fromCharCode(dots[at] ?? 0)
    return { side, greys }
  }, given)
  const dots = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < dots.length; at++) dots[at] = greys.charCodeAt(at >> 2)
  return jsQR(dots, side, side)?.data
}
