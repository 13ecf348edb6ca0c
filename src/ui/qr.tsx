import { renderSVG } from 'uqr'

/** A QR code as an image of its own, so that it needs no script and no second request. */
export function Qr({ text, alt }: { text: string; alt: string }) {
  const svg = renderSVG(text, { border: 2, ecc: 'M' })
  return <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={alt} />
}
