/*
 * Runs within the page, before it is first painted: what the theme's script (Material 9.8.1) would do later, in sight.
 * Puts on the colours that were chosen here or that the system has, and follows a change of either.
 */
(function () {
  "use strict";
  document.documentElement.classList.replace("no-js", "js");
  const options = [...document.querySelectorAll("[data-md-component=palette] input")];
  const light = matchMedia("(prefers-color-scheme: light)");
  const media = (option) => option.dataset.mdColorMedia;
  let index = 0;
  try {
    index = __md_get("__palette").index;
  } catch {
    /* nothing chosen, or no storage */
  }
  function show() {
    const chosen = options[index] || options[0];
    const wanted = `(prefers-color-scheme: ${light.matches ? "light" : "dark"})`;
    const shown = media(chosen) === "(prefers-color-scheme)" ? options.find((each) => media(each) === wanted) : chosen;
    const colour = { media: media(chosen) };
    for (const key of ["scheme", "primary", "accent"]) colour[key] = shown.getAttribute(`data-md-color-${key}`);
    for (const key in colour) document.body.setAttribute(`data-md-color-${key}`, colour[key]);
    for (const each of options) each.nextElementSibling.hidden = each !== chosen;
    return colour;
  }
  if (!options.length) return;
  show();
  light.addEventListener("change", show);
  options.forEach((option, place) =>
    option.addEventListener("change", () => {
      index = place;
      const color = show();
      __md_set("__palette", { index, color });
    }),
  );
})();
