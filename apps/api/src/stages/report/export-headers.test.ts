import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportHeaders } from './export-headers.ts'

const id = '0190a000-0000-7000-8000-000000000001'
const headersOf = (label: string, file = 'summary.csv') =>
  exportHeaders({ file, newest: { programme: id, label }, k: 5 })

/** The name in letters of every script, as a browser reads it. */
const ownName = (disposition: string) => decodeURIComponent(disposition.replace(/.*UTF-8''/, ''))

test.each([
  ['Oct 2026', 'summary_Oct-2026_k5.csv', 'summary_Oct-2026_k5.csv'],
  ['Été/1', 'summary_Ete-1_k5.csv', 'summary_Été-1_k5.csv'],
  ['10月', 'summary_10_k5.csv', 'summary_10月_k5.csv'],
  ['"; x="../..', 'summary_x_k5.csv', 'summary_x_k5.csv'],
  ['', 'summary_k5.csv', 'summary_k5.csv'],
])('the file of wave "%s" says where it is from', (label, plain, own) => {
  const { 'content-disposition': disposition = '' } = headersOf(label)
  expect(disposition).toMatch(`attachment; filename="${plain}"; filename*=`)
  expect(ownName(disposition)).toBe(own)
})

test('whatever people call a wave, the header stays one header and the name one name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (label) => {
      const { 'content-disposition': disposition = '' } = headersOf(label)
      expect(disposition).toMatch(
        /^attachment; filename="summary_[\w-]*k5\.csv"; filename\*=UTF-8''[\w%.-]+k5\.csv$/,
      )
      expect(ownName(disposition)).toMatch(/^[\p{L}\p{M}\p{N}_-]+\.csv$/u)
    }),
  )
})

test('every file but the codebook itself leads to the codebook of its programme', () => {
  const link = `</api/reports/codebook.csv?programme=${id}>; rel="describedby"; type="text/csv"`
  for (const file of ['summary.csv', 'report.xlsx', 'comments.csv'])
    expect(headersOf('W', file).link).toBe(link)
  expect(headersOf('W', 'codebook.csv')).not.toHaveProperty('link')
})
