/** Limits of the app's sessions: a stuck query or an abandoned transaction must not hold locks for ever. */
export const SESSION_LIMITS: Readonly<Record<string, string>> = {
  statement_timeout: '30s',
  idle_in_transaction_session_timeout: '60s',
  client_connection_check_interval: '10s',
}
