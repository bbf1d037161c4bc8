// @ts-check
/** Where the site is, and the data that comes with its scripts. */

/** The folder of the scripts; its name changes with each build. */
const APP = new URL("../", import.meta.url);

/** The folder that holds the site, whatever page this runs on. */
export const ROOT = new URL("../../", APP);

/** @param {string} file beside the scripts, from the same build @returns {Promise<any>} its JSON */
export async function loadJson(file) {
  const answer = await fetch(new URL(file, APP));
  if (!answer.ok) throw new Error(`${file} could not be loaded (${answer.status})`);
  return answer.json();
}
