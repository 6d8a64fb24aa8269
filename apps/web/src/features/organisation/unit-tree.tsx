import type { OrganisationTree } from '@chorus/contracts/organisation'
import { useTexts } from '../../lib/i18n/texts.ts'
import { nest, type UnitNode } from './nest-units.ts'

export function UnitTree({ tree }: { tree: OrganisationTree }) {
  const { t } = useTexts()
  if (tree.units.length === 0) return <p className="soft">{t('organisation.empty')}</p>
  return (
    <>
      <p className="soft">
        {t('organisation.total', { units: tree.units.length, people: tree.people, name: tree.name })}
      </p>
      <ul className="unit-tree">
        {nest(tree.units).map((node) => (
          <Unit key={node.id} node={node} />
        ))}
      </ul>
    </>
  )
}

function Unit({ node }: { node: UnitNode }) {
  if (node.children.length === 0)
    return (
      <li className="unit-leaf">
        <Line node={node} />
      </li>
    )
  return (
    <li>
      <details open={node.depth < 2}>
        <summary>
          <Line node={node} />
        </summary>
        <ul>
          {node.children.map((child) => (
            <Unit key={child.id} node={child} />
          ))}
        </ul>
      </details>
    </li>
  )
}

function Line({ node }: { node: UnitNode }) {
  const { t } = useTexts()
  return (
    <>
      <span className="unit-name">{node.name}</span>
      <span className="unit-people">
        {node.children.length > 0
          ? t('organisation.people-below', { own: node.people, all: node.peopleBelow })
          : t('organisation.people', { count: node.people })}
      </span>
    </>
  )
}
