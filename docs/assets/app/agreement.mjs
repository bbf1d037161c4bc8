// @ts-check
/** Public: how far several responses to a bank agree, and their medians. See File formats on the site. */
export { agreement, talkFirst } from "./group/agreement.mjs";
export { ordinalAlpha } from "./group/alpha.mjs";
export { criticalDeviation } from "./group/critical.mjs";
export { indices, median } from "./group/statistics.mjs";
export { effectSize, roleGap } from "./group/role-gap.mjs";
export { groupResponse } from "./group/group-response.mjs";
