import type { Messages } from '../catalog.ts'

export const follow: Messages['follow'] = {}
