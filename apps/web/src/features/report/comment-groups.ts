import type { UnitComments } from '@chorus/contracts/report'
import { type Theme, themes } from '@chorus/contracts/themes'
import { type Piece, searchHits } from './search-hits.ts'

export type Grouping = 'scale' | 'theme'

export type ShownComment = {
  readonly comment: UnitComments['scales'][number]['comments'][number]
  readonly pieces: readonly Piece[]
  /** Its words that put it under this theme; none under a scale. */
  readonly because: readonly string[]
}

export type CommentGroup = {
  readonly of: { readonly scale: UnitComments['scales'][number] } | { readonly theme: Theme | 'other' }
  readonly comments: readonly ShownComment[]
}

/**
 * The comments of a page in groups, each in the one order that everybody reads them in. Groups are another order of the very same list: they hold no
 * comment, and no number, that the list does not show. A comment that touches several themes stands under each of them.
 * @param search only comments that hold these words; groups without any are left out, unless nothing is searched for
 */
export function commentGroups(
  scales: UnitComments['scales'],
  grouping: Grouping,
  search: string,
): { readonly groups: readonly CommentGroup[]; readonly found: number; readonly all: number } {
  const lists = scales.map((scale) => ({
    scale,
    comments: scale.comments.flatMap((comment) => {
      const pieces = searchHits(comment.text, search)
      return pieces === null ? [] : [{ comment, pieces }]
    }),
  }))
  const found = lists.flatMap(({ comments }) => comments)
  const all = scales.reduce((sum, { comments }) => sum + comments.length, 0)
  if (grouping === 'scale')
    return {
      groups: lists
        .filter(({ comments }) => comments.length > 0 || search.trim() === '')
        .map(({ scale, comments }) => ({
          of: { scale },
          comments: comments.map((one) => ({ ...one, because: [] })),
        })),
      found: found.length,
      all,
    }
  const byTheme = [...themes, 'other' as const].map((theme) => ({
    of: { theme },
    comments: found.flatMap((one) => {
      const touched = one.comment.themes
      if (theme === 'other') return touched.length === 0 ? [{ ...one, because: [] }] : []
      const here = touched.find((candidate) => candidate.theme === theme)
      return here ? [{ ...one, because: here.words }] : []
    }),
  }))
  return {
    groups: byTheme
      .filter(({ comments }) => comments.length > 0)
      // What most write about comes first, and what no list of words knows last.
      .sort(
        (a, b) =>
          Number(a.of.theme === 'other') - Number(b.of.theme === 'other') ||
          b.comments.length - a.comments.length,
      ),
    found: found.length,
    all,
  }
}
