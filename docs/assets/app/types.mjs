// @ts-check
/** The shapes that the modules pass around, for editors and the type check. No page loads this file. */

/** @typedef {{id: string, name?: string}} Named */
/** With null as its axis it holds outcomes and facts, shown beside the score and never in it; where a bank has no axes,
 * the empty one counts all dimensions together.
 * @typedef {Named & {axis: string|null, weight?: number}} Dimension */
/**
 * @typedef {object} Practice
 * @property {string} id
 * @property {string} dimension
 * @property {number} [number] its place in shared codes, never used again; position + 1 when absent
 * @property {number} [weight] 1 when absent
 * @property {number} [rev] 1 when absent; higher after each change of meaning
 * @property {number} [countsFrom] the first rev whose answers count; those given before wait until they are looked at
 * @property {boolean} [scored] false for a fact, whose answers are not better or worse
 * @property {string} [beside] of a fact: the outcome it is read with
 * @property {string|null} [naReason] when it may not apply; null where it always does
 * @property {string[]} anchors one text per level
 * @property {string} [title]
 * @property {string} [question]
 * @property {string|null} [findOut] who would know
 * @property {number} [seconds] that reading and answering it takes; in outline.json alone
 * @property {{rev: number, question: string, anchors: string[]}[]} [earlier] released wordings before this one
 */
/** Without an effort it is the mere step to the next answer, where the bank has no play that leads there.
 * @typedef {{id: string, practice: string, liftsTo: number, effort: string|null, alsoLifts?: string[], title?: string,
 *   lead?: string, firstStep?: string, workedWhen?: string, url?: string}} Play */
/** Of `mean` (dimension or axis), `practice` and `gap` (first less second), one.
 * @typedef {{mean?: string, practice?: string, gap?: string[],
 *   atLeast?: number, atMost?: number}} Condition */
/** @typedef {{id: string, when: Condition[], practices?: string[], say?: string}} Insight */
/** @typedef {Named & {days: number, cost: number}} Effort */
/** @typedef {Named & {at: Record<string, "low"|"high">, reading?: string, next?: string,
 *   practices?: string[]}} Quadrant `practices`: where the plan begins from there */
/**
 * The part of bank.json that is computed with. Keys marked optional have defaults, so that a smaller bank scores too.
 * @typedef {object} Bank
 * @property {string} id
 * @property {string} [bankVersion]
 * @property {string} [title]
 * @property {(Named & {value: number, gist?: string})[]} levels 2 to 7 of them, lowest first
 * @property {Named[]} axes
 * @property {Dimension[]} dimensions
 * @property {Record<string, string[]>} [forms] practice ids by form; "full" asks all, any other a part
 * @property {Record<string, string>} [formTitles] names of the forms on pages
 * @property {Practice[]} practices
 * @property {Quadrant[]} [quadrants]
 * @property {Play[]} [plays]
 * @property {Insight[]} [insights]
 * @property {Effort[]} [effort]
 * @property {string[]} [people]
 * @property {Record<string, number>} [scoring]
 * @property {Record<string, string|null>} [retired] old practice id to the one that took its place, or null
 * @property {string[]} [renamed] old ids of practices that are the same under another id
 * @property {Record<string, string|null>} [retiredPlays] the same of plays
 */
/** @typedef {Required<Omit<Practice, "scored"|"beside"|"countsFrom"|"seconds">>
 *   & Pick<Practice, "scored"|"beside"|"countsFrom"> & {url: string, questionUrl: string}} WholePractice */
/** @typedef {Required<Play>} WholePlay */
/** @typedef {Required<Dimension>} WholeDimension */
/** @typedef {Required<Insight>} WholeInsight */
/** @typedef {Required<Quadrant>} WholeQuadrant */
/**
 * bank.json with every key that the pages read: what is optional in `Bank` is there. Addresses are relative to the site.
 * @typedef {object} WholeParts
 * @property {(Required<Named> & {value: number, gist?: string})[]} levels
 * @property {Required<Named>[]} axes
 * @property {WholeDimension[]} dimensions
 * @property {WholePractice[]} practices
 * @property {WholeQuadrant[]} quadrants
 * @property {WholePlay[]} plays
 * @property {WholeInsight[]} insights
 * @property {Required<Effort>[]} effort
 */
/** @typedef {Required<Omit<Bank, keyof WholeParts>> & WholeParts} WholeBank */

/** @typedef {number|"unknown"|"na"} Value */
/** `rev` of the practice when it was answered; absent means 1.
 * @typedef {{value: Value, basis?: "seen"|"told"|"assumed", note?: string, reason?: string, rev?: number}} Answer */
/** Play ids, each in one list. @typedef {{daysPerMonth?: number, pinned?: string[], dropped?: string[], done?: string[]}} PlanWishes */
/** Somebody takes on a play by a day; `worked`: the day on which it was said to have worked.
 * @typedef {{play: string, owner?: string, date: string, worked?: string}} Commitment */
/**
 * @typedef {object} Response
 * @property {string} format
 * @property {number} version
 * @property {{id: string, version: string}} bank the one it was begun with
 * @property {string} form
 * @property {string} label
 * @property {string} role
 * @property {string} people
 * @property {string|null} created ISO date and time
 * @property {string|null} updated
 * @property {Record<string, Answer>} answers
 * @property {Record<string, number>} targets level by dimension
 * @property {PlanWishes} [plan] what the reader wants of the plan
 * @property {Commitment[]} [commitments] oldest first; at most one has not worked yet
 * @property {Snapshot[]} snapshots oldest first
 * @property {Record<string, Answer>} [orphans] answers to questions this bank does not have, kept aside
 */
/** A response as it stood at `taken`, without snapshots. @typedef {Response & {taken: string|null}} Snapshot */
/** Words by key; of two forms, the first is for n = 1. @typedef {Record<string, string|[string, string]>} Words */
/** Says the words of a key, with {name} filled from the values. @typedef {(key: string, values?: Record<string, string|number>) => string} Say */
/** `messageOf` in response/messages.mjs says it in words; `values` go into these.
 * @typedef {{code: string, count?: number, ids?: string[], values?: Record<string, string|number>}} Problem */
/** What scoring reads of a response; anything odd in it counts as left alone.
 * @typedef {{form?: unknown, answers?: any, targets?: any, bank?: any}} Answered */

/**
 * A score of nothing has point, low, high, coverage and level null, and levels [] ("not assessed").
 * @typedef {object} Score
 * @property {number|null} point 0 to L; null where too little is known to show one
 * @property {number|null} low
 * @property {number|null} high
 * @property {number|null} coverage 0 to 1
 * @property {number} known number of practices, as are unknown and na
 * @property {number} unknown
 * @property {number} na
 * @property {number|null} level the nearest to the point
 * @property {number[]} levels the nearest to low, the nearest to high
 */
/** @typedef {{form: string, overall: Score, axes: Record<string, Score>, dimensions: Record<string, Score>,
 *   outcomes: Record<string, Score>, evenness: number|null, visibility: number|null, quadrants: string[],
 *   waiting: string[]}} Profile `outcomes` by dimension without an axis; `waiting`: practices whose answer does not
 *   count until it has been looked at again */

export {};
