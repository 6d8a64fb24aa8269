import { createHash } from 'node:crypto'
import type { ResourceKind } from './attributes.ts'
import type { JsonObject } from './json.ts'

const base = '/scim/v2'

/** Where a resource is found, below the address of the installation. */
export function pathTo(kind: ResourceKind['name'], id: string): string {
  return `${base}/${kind}s/${encodeURIComponent(id)}`
}

/** Adds what is said about a resource; its version is a hash of all that it says, so nothing has to be counted or stored. */
export function withMeta(kind: ResourceKind['name'], resource: JsonObject & { id: string }): JsonObject {
  const hash = createHash('sha256').update(JSON.stringify(resource)).digest('base64url')
  return {
    ...resource,
    meta: { resourceType: kind, location: pathTo(kind, resource.id), version: `W/"${hash.slice(0, 22)}"` },
  }
}

export function versionOf({ meta }: JsonObject): string {
  return typeof meta === 'object' && meta !== null && 'version' in meta ? String(meta.version) : ''
}
