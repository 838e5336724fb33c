import { dependantLists } from './lists/dependants.ts'
import { historyLists } from './lists/history.ts'
import type { List } from './lists/list.ts'
import { storyLists } from './lists/story.ts'

/**
 * The lists of a claim's record (facts: domain 5.3): rows of answers. Each row is a register of its own, so that two
 * desks can work on different rows; a row is part of the record from its first answer on.
 */
export const lists = { ...historyLists, ...storyLists, ...dependantLists } as const

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as readonly ListName[]
export const listOf = (name: ListName): List => lists[name]
export const isList = (name: string): name is ListName => Object.hasOwn(lists, name)
