import type { Messages } from '../catalog.ts'

export const board: Messages['board'] = {}
