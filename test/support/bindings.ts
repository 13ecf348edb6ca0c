/** What .dev.vars holds in a local run, fixed for the tests. */
export const testBindings = {
  DEMO: '',
  AUTH_SECRET: 'test-auth-secret-test-auth-secret-test',
  RECEIPT_SECRET: 'test-receipt-secret-test-receipt-secret',
  SETUP_TOKEN: 'test-setup-token',
}
