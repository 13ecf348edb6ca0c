import { expect, test } from 'vitest'
import current from '../../public/schemas/form-1.json?raw'
import { formSchema } from '../../scripts/schemas/form.ts'

test('the published schema of a form is current; else `npm run schemas`', () => {
  expect(current).toBe(formSchema())
})
