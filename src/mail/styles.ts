/** The colours and styles of mail: programs that show mail read no style sheet, so these stand beside it. */
const light = {
  paper: '#fbfaf7',
  sheet: '#ffffff',
  ink: '#1f2328',
  quiet: '#57606a',
  accent: '#a4262c',
  onAccent: '#ffffff',
}

const dark: typeof light = {
  paper: '#16181b',
  sheet: '#1e2125',
  ink: '#eceae5',
  quiet: '#b1b5bb',
  accent: '#ff9a93',
  onAccent: '#2b0608',
}

const sans = `system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', Arial, sans-serif`

export const styles = {
  body: `margin: 0; padding: 0; background: ${light.paper};`,
  /** What a list of mails shows beside the subject; out of sight in the mail itself. */
  preview: 'display: none; max-height: 0; overflow: hidden;',
  paper: `width: 100%; background: ${light.paper};`,
  sheet: `width: 100%; max-width: 600px; background: ${light.sheet}; color: ${light.ink}; font: 16px/1.6 ${sans};`,
  inside: 'padding: 24px;',
  brand: `margin: 0 0 16px; color: ${light.accent}; font-weight: 700;`,
  title: 'margin: 0 0 16px; font-size: 22px; line-height: 1.3;',
  heading: 'margin: 28px 0 4px; font-size: 17px; line-height: 1.4;',
  text: 'margin: 0 0 12px;',
  lines: 'margin: 0 0 12px; line-height: 2.2;',
  button: `display: inline-block; margin: 16px 0; padding: 12px 20px; background: ${light.accent}; color: ${light.onAccent}; font-weight: 700; text-decoration: none;`,
  small: `margin: 16px 0 0; color: ${light.quiet}; font-size: 14px;`,
  link: `color:${light.accent}`,
} as const

/** For the mail programs that read it; the others keep the light colours, both of which are set. */
export const darkStyles = `@media (prefers-color-scheme: dark) {
.paper { background: ${dark.paper} !important; }
.sheet { background: ${dark.sheet} !important; color: ${dark.ink} !important; }
.quiet { color: ${dark.quiet} !important; }
.accent { color: ${dark.accent} !important; }
.button { background: ${dark.accent} !important; color: ${dark.onAccent} !important; }
}`
