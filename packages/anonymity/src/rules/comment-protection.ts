import { rollUp, type Tree } from '../tree.ts'
import { chooseUnits } from './tree-programme.ts'

/** So many comments at least stand together: one alone would have one possible author less for every colleague who says "not mine". */
const fewestComments = 3

/**
 * Rule: a comment is shown with the lowest unit of a layer of its own, and with those above it. The layer needs the higher
 * threshold of comments, counted in answers and not in comments, and three comments; and what a shown unit has beyond the shown
 * units below it is nobody, or as many people as the threshold with no comment or three. Tree only: no cut, no score and no
 * time stands next to a comment. Stops: finding an author by style or by subtracting lists of comments in a small
 * group. Cost: comments of small teams are read one or two levels up.
 * @param own answers of people attached to the unit itself
 * @param comments comments of people attached to the unit itself, and those whose authors want them shown from this unit on
 * @param allowed units of which anything is shown: comments in a place without figures would say that the figures were sacrificed
 * @returns per unit the unit (by number) with which comments of its own people are shown, -1 = with none
 */
export function placeComments(
  tree: Tree,
  own: Uint32Array,
  comments: Uint32Array,
  threshold: number,
  allowed: Uint8Array,
): Int32Array {
  const width = fewestComments + 1
  const answersIn = rollUp(Uint32Array.from(own), 1, tree)
  const commentsIn = rollUp(Uint32Array.from(comments), 1, tree)
  const stateOf = (answers: number, written: number) =>
    Math.min(threshold, answers) * width + Math.min(fewestComments, written)
  const shown = chooseUnits(
    tree,
    {
      states: (threshold + 1) * width,
      own: own.map((answers, unit) => stateOf(answers, comments[unit] ?? 0)),
      plus: (a, b) => stateOf(Math.floor(a / width) + Math.floor(b / width), (a % width) + (b % width)),
      safe: (rest) =>
        Math.floor(rest / width) === threshold && (rest % width === 0 || rest % width === fewestComments),
    },
    Float64Array.from(commentsIn, (written) => written + 1),
    Uint8Array.from(answersIn, (answers, unit) =>
      allowed[unit] === 1 && answers >= threshold && (commentsIn[unit] ?? 0) >= fewestComments ? 1 : 0,
    ),
  )
  const place = new Int32Array(tree.ids.length)
  for (const unit of tree.order) {
    const above = tree.parent[unit] ?? -1
    place[unit] = shown[unit] === 1 ? unit : above === -1 ? -1 : (place[above] ?? -1)
  }
  return place
}
