/**
 * A company in which small teams are joined: a division whose teams of three and of three answer as its small teams, and whose only head
 * is counted at the top. Addresses like `east1@test.example`.
 */
export function joinedCompany(): { units: string; people: string } {
  const sizes = { top: 6, division: 1, east: 8, west: 7, north: 3, south: 3 }
  const roles: Record<string, string> = { top2: 'hr', top3: 'auditor' }
  const leads: Record<string, string> = { top1: 'top', division1: 'division', east1: 'east', north1: 'north' }
  const people = Object.entries(sizes).flatMap(([unit, size]) =>
    Array.from({ length: size }, (_, index) => {
      const id = `${unit}${index + 1}`
      return `${id},Person ${id},${id}@test.example,${unit},${roles[id] ?? ''},${leads[id] ?? ''}`
    }),
  )
  return {
    units: [
      'unit_id,parent_id,name',
      'top,,Top',
      'division,top,Division',
      'east,division,East',
      'west,division,West',
      'north,division,North',
      'south,division,South',
    ].join('\n'),
    people: ['person_id,name,email,unit_id,role,manages', ...people].join('\n'),
  }
}
