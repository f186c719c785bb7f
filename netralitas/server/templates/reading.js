// What could be read before the dashboard started goes when the dashboard has drawn its own: its first chart, or all of a page;
// or says that it can't.
(() => {
  const trouble = "[data-testid=stException], [data-testid=stAlert], [role=dialog]";
  const drawn = [
    ".js-plotly-plot[data-drawn]", ".st-key-panggung",
    "[data-testid=stApp][data-test-script-state=notRunning] [data-testid=stMainBlockContainer] :is(p, h1)",
  ].join(", ");
  const there = (parts) => document.querySelector(parts);
  const watch = new MutationObserver(() => {
    const first = document.getElementById("bacaan");
    if (first && !there(trouble) && !there(drawn)) return;
    if (first) { first.remove(); watch.disconnect(); }
  });
  watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state", "data-drawn"] });
})()
