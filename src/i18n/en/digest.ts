import type { Messages } from '../catalog.ts'

export const digest: Messages['digest'] = {}
