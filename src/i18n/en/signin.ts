import type { Messages } from '../catalog.ts'

export const signin: Messages['signin'] = {
  title: 'Sign in as union staff',
  demo: {
    title: 'Demo accounts',
    lead: 'This is a demo. One press signs you in as that person.',
    as: (name) => `Sign in as ${name}`,
  },
}
