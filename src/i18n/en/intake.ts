import type { Messages } from '../catalog.ts'

export const intake: Messages['intake'] = {}
