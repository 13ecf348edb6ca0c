import type { Messages } from '../catalog.ts'

export const desk: Messages['desk'] = {}
