/** What .dev.vars holds in a local run, fixed for the tests. */
export const testBindings = {
  DEMO: '',
  AUTH_SECRET: 'test-auth-secret-test-auth-secret-test',
  RECEIPT_SECRET: 'test-receipt-secret-test-receipt-secret',
  CASE_SECRET: 'test-case-secret-test-case-secret-test',
  SEARCH_SECRET: 'test-search-secret-test-search-secret',
  SETUP_TOKEN: 'test-setup-token',
}
