/**
 * A company of teams, as the two files of an import; half of each team joined long ago. Addresses are like `red1@test.example`.
 * @param teams the people of each team
 * @param hr the one of them who opens and closes waves
 */
export function companyWithCut(
  teams: ReadonlyMap<string, readonly string[]>,
  hr: string,
): { units: string; people: string } {
  const rows = [...teams].flatMap(([team, members]) =>
    members.map((person, index) => {
      const tenure = index % 2 === 0 ? 'up to 2 years' : 'longer'
      return `${person},Person ${person},${person}@test.example,${team},${person === hr ? 'hr' : ''},,${tenure}`
    }),
  )
  const units = [...teams.keys()].map((team) => `${team},top,${team}`)
  return {
    units: ['unit_id,parent_id,name', 'top,,Top', ...units].join('\n'),
    people: ['person_id,name,email,unit_id,role,manages,cut:tenure', ...rows].join('\n'),
  }
}

/** `red1` to `red40` and `blue1` to `blue40`, with `red40` of HR. */
export function twoTeamsOfForty(): { units: string; people: string } {
  const team = (name: string): [string, string[]] => [
    name,
    Array.from({ length: 40 }, (_, index) => `${name}${index + 1}`),
  ]
  return companyWithCut(new Map([team('red'), team('blue')]), 'red40')
}
