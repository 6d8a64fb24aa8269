import { BlockList, isIP } from 'node:net'

/** Where messages to channels may go. Tests open a door that no installation has. */
export type Reach = {
  allowsProtocol(protocol: string): boolean
  /** Asked for each address that a name leads to, at the moment of connecting. */
  allowsAddress(address: string): boolean
}

/** Encrypted, and to the public internet alone: a page must not make the server talk to what stands beside it. */
export const publicReach: Reach = {
  allowsProtocol: (protocol) => protocol === 'https:',
  allowsAddress: isPublicAddress,
}

/** Everything that is not for the public internet (IANA special-purpose address registries); apart, for a list takes 1.2.3.4 for ::ffff:1.2.3.4. */
const notPublic = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.ipv4.addSubnet(net, prefix, 'ipv4')
// Of version 6 only 2000::/3 is public at all; among it, what carries addresses of version 4 or is for documentation.
for (const [net, prefix] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.ipv6.addSubnet(net, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  return !notPublic[family].check(address, family)
}
