import { locales } from '@chorus/contracts/locale'

/**
 * A company whose 14 people online speak all seven languages, two each (`p1` and `p8` English, `p2` and `p9` German ...), and whose team
 * `hall` answers with five sheets. `p1` is of HR.
 */
export function mailCompany(): { units: string; people: string } {
  const online = Array.from({ length: 14 }, (_, index) => {
    const id = `p${index + 1}`
    const site = index % 2 === 0 ? 'North' : 'South'
    return `${id},Person ${id},${id}@test.example,office,${id === 'p1' ? 'hr' : ''},${locales[index % 7]},,${site}`
  })
  const paper = Array.from({ length: 5 }, (_, index) => {
    const id = `h${index + 1}`
    return `${id},Person ${id},${id}@test.example,hall,,en,paper,South`
  })
  return {
    units: ['unit_id,parent_id,name', 'top,,Top', 'office,top,Office', 'hall,top,Hall'].join('\n'),
    people: ['person_id,name,email,unit_id,role,language,channel,cut:site', ...online, ...paper].join('\n'),
  }
}
