import type { Messages } from '../catalog.ts'

export const home: Messages['home'] = {}
