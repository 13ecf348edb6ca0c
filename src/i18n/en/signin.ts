import type { Messages } from '../catalog.ts'

export const signin: Messages['signin'] = {}
