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
