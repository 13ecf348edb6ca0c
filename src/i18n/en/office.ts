import type { Messages } from '../catalog.ts'

export const office: Messages['office'] = {}
