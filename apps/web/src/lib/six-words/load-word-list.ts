import address from './english.json?url'

/**
 * The 2,048 English words of BIP-39, as @scure/bip39 has them (MIT): a file that is loaded when words are shown or typed, and no part of any
 * script.
 * @throws when it cannot be had
 */
export async function loadWordList(): Promise<readonly string[]> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error('the list of words did not come')
  return answer.json()
}
