// @ts-check
/** Public: how far several responses to a bank agree, and their medians. See File formats on the site. */
export { agreement, talkFirst } from "./group/agreement.mjs";
export { ordinalAlpha } from "./group/statistics/alpha.mjs";
export { criticalDeviation } from "./group/statistics/critical.mjs";
export { indices, median } from "./group/statistics/indices.mjs";
export { effectSize, roleGap } from "./group/statistics/role-gap.mjs";
export { groupResponse } from "./group/group-response.mjs";
