/** The project's folder as a URL, wherever it was started from. */
export const root = new URL('../', import.meta.url)
