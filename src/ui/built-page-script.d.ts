/** What `scripts/styles.mjs` makes of `public/page.js`. */
declare const built: {
  js: string
  /** As a Content-Security-Policy names it. */
  hash: string
}
export default built
