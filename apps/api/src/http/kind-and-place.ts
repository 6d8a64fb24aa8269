/** What may be told of an error that nobody expected: its message could carry the values of a query. */
export function kindAndPlace(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? String(cause.code) : ''
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [`${cause.name} ${code}`.trim(), ...places.slice(0, 8)].join('\n')
}
