/** How posters look: paper is white whatever a screen is, and a drawing that is taken away reads no style sheet. */
export const looks = {
  paper: '#ffffff',
  ink: '#1f2328',
  quiet: '#57606a',
  line: '#d0cec7',
  accent: '#a4262c',
  onAccent: '#ffffff',
  tint: '#f8ecea',
  sans: `system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif`,
  mono: `ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, monospace`,
} as const

/** Every drawing is of A4, in millimetres; the other sizes of paper have its shape. */
export const sheet = { width: 210, height: 297, margin: 14.5 } as const

/** What a site is printed as, and how many drawings of it are on one sheet of paper. */
export const posterSizes = ['a4', 'a3', 'a5', 'table', 'stickers'] as const
export type PosterSize = (typeof posterSizes)[number]
export const drawingsOn: Record<PosterSize, number> = { a4: 1, a3: 1, a5: 1, table: 2, stickers: 4 }
