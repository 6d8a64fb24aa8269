import pg from 'pg'

/** A setting of somebody's own PostgreSQL that would write down who answered when, or what. */
export type LeakingSetting = {
  readonly name: string
  readonly value: string
  /** What it would leave behind, in words. */
  readonly leaks: string
  /** How to set it. */
  readonly remedy: string
}

type Rule = { readonly wanted: string; readonly leaks: string }

const rules: Readonly<Record<string, Rule>> = {
  log_statement: { wanted: 'none', leaks: 'writes every statement with its time into the log' },
  log_duration: { wanted: 'off', leaks: 'writes the moment of every statement into the log' },
  log_min_duration_statement: {
    wanted: '-1',
    leaks: 'writes statements that take long, with their time, into the log',
  },
  log_min_duration_sample: {
    wanted: '-1',
    leaks: 'writes a sample of the statements that take long, with their time, into the log',
  },
  log_transaction_sample_rate: {
    wanted: '0',
    leaks: 'writes all statements of some transactions into the log',
  },
  log_min_error_statement: {
    wanted: 'panic',
    leaks: 'writes statements that fail, with their time and values, into the log',
  },
  log_parameter_max_length: { wanted: '0', leaks: 'writes the values of logged statements into the log' },
  log_parameter_max_length_on_error: {
    wanted: '0',
    leaks: 'writes the values of failed statements into the log',
  },
  track_commit_timestamp: { wanted: 'off', leaks: 'keeps the time of every commit beside the rows' },
}

/** Extensions that write statements down, by a setting that exists only while they are loaded. */
const extensions: Readonly<Record<string, string>> = {
  'auto_explain.log_min_duration': 'auto_explain',
  'pgaudit.log': 'pgaudit',
}

/** They are named here when the login may read them. */
const preloadLists = ['shared_preload_libraries', 'session_preload_libraries', 'local_preload_libraries']

/**
 * Looks at the settings as they hold for this login in this database, and says which of them would leak.
 * The embedded server needs no look: it is started with the right ones.
 */
export async function findLeakingSettings(url: string): Promise<LeakingSetting[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = [...Object.keys(rules), ...Object.keys(extensions), ...preloadLists]
    const { rows } = await client.query<{ name: string; setting: string | null }>(
      'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
      [names],
    )
    return leakingAmong(new Map(rows.map(({ name, setting }) => [name, setting ?? ''])))
  } finally {
    await client.end()
  }
}

/** The same for settings that are known already: name -> value. */
export function leakingAmong(values: ReadonlyMap<string, string>): LeakingSetting[] {
  return [...leakingRules(values), ...loadedExtensions(values)]
}

function leakingRules(values: ReadonlyMap<string, string>): LeakingSetting[] {
  return Object.entries(rules).flatMap(([name, { wanted, leaks }]) => {
    const value = values.get(name)
    if (value === undefined || value === wanted) return []
    const how =
      name === 'track_commit_timestamp' ? 'then restart the server' : 'then: SELECT pg_reload_conf();'
    return [{ name, value, leaks, remedy: `ALTER SYSTEM SET ${name} = '${wanted}'; ${how}` }]
  })
}

function loadedExtensions(values: ReadonlyMap<string, string>): LeakingSetting[] {
  return Object.entries(extensions).flatMap(([sign, extension]) => {
    const list = preloadLists.find((name) => values.get(name)?.includes(extension))
    if (list === undefined && !values.has(sign)) return []
    return [
      {
        name: list ?? 'shared_preload_libraries',
        value: (list && values.get(list)) ?? extension,
        leaks: `loads ${extension}, which writes statements into the log`,
        remedy: `Take ${extension} out of ${list ?? 'the preloaded libraries'}, then restart the server`,
      },
    ]
  })
}
