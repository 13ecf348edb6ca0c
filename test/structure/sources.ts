/// <reference types="vite/types/importMeta.d.ts" />

const found = import.meta.glob<string>('../../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Every source file by its path below `src`, with its text. */
export const sources: [path: string, text: string][] = Object.entries(found).map(([path, text]) => [
  path.replace('../../src/', ''),
  text,
])

/** Lines of the sources that match, each with its file; comments may say what they like. */
export function linesWith(pattern: RegExp, except: string[]): string[] {
  return sources
    .filter(([path]) => !except.includes(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .filter((line) => pattern.test(line) && !/^\s*(\/?\*|\/\/)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
}
