import type { Messages } from '../catalog.ts'

export const watch: Messages['watch'] = {}
