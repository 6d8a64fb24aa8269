/**
 * What the server must not write down. A statement, its parameters, a failed row or the moment of a connection
 * in a log file could tie a person to an answer, so none of them is ever logged. Given on the command line, where
 * neither postgresql.conf nor ALTER SYSTEM can undo them.
 */
export const anonymitySettings = {
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  // Starts, stops and failures of the server itself; no errors of statements, whose texts can hold values.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: 'off',
  log_disconnections: 'off',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_autovacuum_min_duration: '-1',
  track_commit_timestamp: 'off',
} as const

/** The write-ahead log knows the order and time of commits: used segments are deleted, not kept for reuse. */
const housekeeping = {
  wal_recycle: 'off',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'chorus',
}

export type ServerSettings = Readonly<Record<string, string>>

/** Arguments of `postgres`; nothing that a caller asks for can loosen the anonymity settings. */
export function settingArguments(wanted: ServerSettings): string[] {
  return Object.entries({ ...housekeeping, ...wanted, ...anonymitySettings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
}
