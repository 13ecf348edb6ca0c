import { encode, renderSVG } from 'uqr'
import { pngOf } from './png.ts'

interface Props {
  text: string
  alt: string
}

const looks = { border: 2, ecc: 'M' } as const

/** A QR code as an image of its own, so that it needs no script and no second request; sharp in any size. */
export function Qr({ text, alt }: Props) {
  return <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(renderSVG(text, looks))}`} alt={alt} />
}

/** The same for a phone to keep in its album. */
export async function KeepableQr({ text, alt }: Props) {
  return <img class="qr" src={await pngOf(encode(text, looks).data, 8)} alt={alt} />
}
