/** What `scripts/styles.mjs` makes of `src/ui/styles`. */
declare const built: {
  css: string
  /** As a Content-Security-Policy names it. */
  hash: string
}
export default built
