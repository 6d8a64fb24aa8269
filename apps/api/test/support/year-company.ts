/**
 * A company of about forty people in five teams that changes every month: three leave and three join, two move on, a team is renamed every quarter, and
 * in the second half of the year two teams are one. Addresses like `p7@test.example`; `p1` is of HR and stays.
 * @param month 0 to 11
 */
export function yearCompany(month: number): { units: string; people: string } {
  const merged = month >= 6
  const teams = merged ? ['a', 'b', 'c', 'd'] : ['a', 'b', 'c', 'd', 'e']
  const quarter = Math.floor(month / 3) + 1
  const first = 1 + 3 * month
  const ids = [1, ...Array.from({ length: 40 }, (_, index) => first + 1 + index)]
  const people = ids.map((id) => {
    const moves = month > 0 && (id + month) % 20 === 0 ? 1 : 0
    const team = teams[(id + moves) % teams.length]
    return `p${id},Person ${id},p${id}@test.example,${team},${id === 1 ? 'hr' : ''}`
  })
  return {
    units: [
      'unit_id,parent_id,name',
      'top,,Top',
      ...teams.map((team) => `${team},top,${team === 'a' ? `Team a of quarter ${quarter}` : `Team ${team}`}`),
    ].join('\n'),
    people: ['person_id,name,email,unit_id,role', ...people].join('\n'),
  }
}
