import type { ImportAnswer } from '@chorus/contracts/organisation'
import { request } from '../../../lib/api/request.ts'

export async function importOrganisation(files: { units: File; people: File }): Promise<ImportAnswer> {
  const form = new FormData()
  form.append('units', files.units, files.units.name)
  form.append('people', files.people, files.people.name)
  return request('POST', '/api/organisation/import', form)
}
