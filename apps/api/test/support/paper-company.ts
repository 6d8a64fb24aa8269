/**
 * A company whose teams answer partly on paper: `all` with 6 people, all on paper; `some` with 5 on paper and 2 online; `few` with 4 on
 * paper and 3 online. With k = 5 `all` and `some` have sheets. Addresses are like `some1@test.example`, those on paper first; `few7` is of HR.
 */
export function paperCompany(): { units: string; people: string } {
  const teams = { all: [6, 0], some: [5, 2], few: [4, 3] } as const
  const people = Object.entries(teams).flatMap(([team, [paper, online]]) =>
    Array.from({ length: paper + online }, (_, index) => {
      const person = `${team}${index + 1}`
      const role = person === 'few7' ? 'hr' : ''
      const channel = index < paper ? 'paper' : ''
      return `${person},Person ${person},${person}@test.example,${team},${role},short,${channel}`
    }),
  )
  return {
    units: ['unit_id,parent_id,name', 'top,,Top', 'all,top,All', 'some,top,Some', 'few,top,Few'].join('\n'),
    people: ['person_id,name,email,unit_id,role,cut:tenure,channel', ...people].join('\n'),
  }
}
